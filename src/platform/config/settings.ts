import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { WrongConfiguration } from './config.ts'
import { codeOf } from './folder.ts'

const inBoth = z.strictObject({ en: z.string().min(1).max(60), fr: z.string().min(1).max(60) })
const href = z
  .string()
  .regex(/^(https:\/\/|mailto:|\/(?![/\\]))[^\s]*$/, 'must be https://…, mailto:… or a path')
const link = z.strictObject({ label: inBoth, href })

const settings = z.strictObject({
  name: z.string().min(1).max(60).default('Vestibule'),
  /** Further tabs of Access Management, after the two that are built in. */
  tabs: z.array(link).max(6).default([]),
  footer: z.array(link).max(8).default([]),
  /** Two support agents may decide a request, with proof, when nobody of the account can be reached. */
  supportMayDecide: z.boolean().default(false),
  /** A new account needs its domain proven, or an operator who says that it need not be. */
  newAccountsNeedProof: z.boolean().default(true),
})

/** What one JSON file says: the installation's name, tabs and footer links, and what support may do. */
export type Settings = z.infer<typeof settings> & {
  /** Of whoever has not chosen one; operators choose it on a page. */
  readonly language: 'en' | 'fr'
  /** Who mails are from where MAIL_FROM does not say it; what is empty is made up. Operators choose it on a page. */
  readonly sender: { readonly name: string; readonly address: string }
  /** Whether operators chose a mail server. */
  readonly hasMailServer: boolean
}

/** Reads the settings; no file means the defaults, a wrong file stops with one sentence. */
export function readSettings(file: string, mustExist: boolean): Settings {
  if (!existsSync(file)) {
    if (mustExist)
      throw new WrongConfiguration(`SETTINGS_FILE must name a file that is there: ${file} is not.`)
    return unchosen(settings.parse({}))
  }
  const parsed = settings.safeParse(parseJson(readText(file)))
  if (parsed.success) return unchosen(parsed.data)
  const issue = parsed.error.issues[0]
  throw new WrongConfiguration(
    `SETTINGS_FILE is not right at ${issue?.path.join('.') || 'the top'}: ${issue?.message}.`,
  )
}

const unchosen = (read: z.infer<typeof settings>): Settings => ({
  ...read,
  language: 'en',
  sender: { name: '', address: '' },
  hasMailServer: false,
})

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new WrongConfiguration(`SETTINGS_FILE cannot be read (${codeOf(error)}): ${file}.`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WrongConfiguration('SETTINGS_FILE must hold JSON.')
  }
}
