import { catalogue } from '../../i18n/messages.ts'
import en from './en.ts'
import fr from './fr.ts'

/** What the API says to whoever calls it. */
export const words = catalogue({ en, fr })

/** The keys of the titles of problems. */
export type ProblemTitle = Extract<keyof typeof en, `problem.${string}`>
