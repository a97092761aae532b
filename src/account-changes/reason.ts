/** How long the reason of a change is, and the answer to one. */
export const reasonBounds = { min: 10, max: 1000 } as const
/** How long an answer may be that needs none. */
export const answerBounds = { min: 0, max: 1000 } as const
