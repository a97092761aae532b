/** The demo's mailbox. */
export const mailboxPath = {
  pattern: '/mailbox',
  to: (before?: string) => (before ? `/mailbox?before=${before}` : '/mailbox'),
}
/** One mail of it. */
export const mailPath = { pattern: '/mailbox/:id', to: (id: string) => `/mailbox/${id}` }
/** The same mail as a mail program shows it. */
export const mailBodyPath = { pattern: '/mailbox/:id/body', to: (id: string) => `/mailbox/${id}/body` }
/** Where open pages listen for changes. */
export const livePath = { pattern: '/live', to: () => '/live' }
/** Where everybody begins who is signed in. */
export const homePath = { pattern: '/', to: () => '/' }
/** The bell: what was told, newest first. */
export const bellPath = {
  pattern: '/notifications',
  to: (after?: string) => (after ? `/notifications?after=${encodeURIComponent(after)}` : '/notifications'),
}
/** Marks one entry of the bell as read, or all. */
export const readBellPath = { pattern: '/notifications/read', to: () => '/notifications/read' }
