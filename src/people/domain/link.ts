/** What a link in a mail, or a printed one, is for. */
export type LinkPurpose = 'VERIFY' | 'RESET' | 'CHANGE_ADDRESS' | 'SIGN_IN' | 'FIRST_OPERATOR'

/** How long a link of each purpose can be used, in hours. */
export const linkHours: Record<LinkPurpose, number> = {
  VERIFY: 24,
  RESET: 1,
  CHANGE_ADDRESS: 24,
  SIGN_IN: 1,
  FIRST_OPERATOR: 72,
}

/** Whether a text has the shape of a link's token: 256 bits in base64url. */
export function isLinkToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}
