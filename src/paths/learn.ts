/** One guide, whole: with its table of contents, made to be printed. */
export const guidePath = { pattern: '/learn/:guide', to: (guide: string): string => `/learn/${guide}` }
/** One task of a guide. */
export const taskPath = {
  pattern: '/learn/:guide/:task',
  to: (guide: string, task: string): string => `/learn/${guide}/${task}`,
}
