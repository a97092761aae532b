/** The kind of the mail that others are gathered into. */
export const digestKind = 'digest'
