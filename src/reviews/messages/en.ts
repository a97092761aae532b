import letters from './en/letters.ts'
import pages from './en/pages.ts'

export default { ...pages, ...letters } as const
