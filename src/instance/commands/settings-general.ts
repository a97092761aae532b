import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import type { Settings } from '../../platform/config/index.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { locales } from '../../platform/i18n/reader.ts'
import { changeGeneral } from '../general/change-general.ts'
import { type General, generalSettings } from '../general/general.store.ts'
import type { Given, Option, Say } from './command.ts'

const shows = ['NAMES', 'RELAY', 'NONE'] as const
const yesOrNo = { yes: true, no: false, file: null } as const
const choices = Object.keys(yesOrNo)

/** The options that change what is true of the whole installation. */
export const generalOptions = {
  name: { value: 'NAME' },
  language: { value: 'LANGUAGE', choices: locales },
  'support-may-decide': { value: 'WHEN', choices },
  'new-accounts-need-proof': { value: 'WHEN', choices },
  'show-administrators': { value: 'WHAT', choices: shows },
} as const satisfies Readonly<Record<string, Option>>

function yesOrNoIn(text: string | undefined, before: boolean | null): boolean | null {
  return text === undefined ? before : yesOrNo[text as keyof typeof yesOrNo]
}

function wanted(given: Given, before: General): General {
  const name = given.text('name')
  return {
    version: before.version,
    name: name === undefined ? before.name : name === 'file' ? null : name,
    language: locales.find((one) => one === given.text('language')) ?? before.language,
    supportMayDecide: yesOrNoIn(given.text('support-may-decide'), before.supportMayDecide),
    newAccountsNeedProof: yesOrNoIn(given.text('new-accounts-need-proof'), before.newAccountsNeedProof),
    showAdministrators:
      shows.find((one) => one === given.text('show-administrators')) ?? before.showAdministrators,
  }
}

/** Changes what the options name; whether anything has changed, or a sentence. */
export async function setGeneral(tx: Tx, given: Given, say: Say): Promise<Outcome<boolean, string>> {
  const changed = await changeGeneral(tx, null, wanted(given, await generalSettings(tx)))
  if (changed.ok) return done(changed.value.length > 0)
  return refuse(changed.refusal === 'name-unfit' ? say('general.name.unfit') : changed.refusal)
}

/** What holds for the whole installation, one line each; what the settings file says is marked. */
export async function generalLines(db: Database, say: Say, file: Settings): Promise<string[]> {
  const chosen = await generalSettings(db)
  const line = (name: string, own: string | boolean | null, byFile: string | boolean) => {
    const said = (value: string | boolean) => (typeof value === 'string' ? value : value ? 'yes' : 'no')
    return own === null
      ? say('settings.by-file', { name, value: said(byFile) })
      : say('settings.number', { name, value: said(own) })
  }
  return [
    line('name', chosen.name, file.name),
    line('language', chosen.language, file.language),
    line('support-may-decide', chosen.supportMayDecide, file.supportMayDecide),
    line('new-accounts-need-proof', chosen.newAccountsNeedProof, file.newAccountsNeedProof),
    line('show-administrators', chosen.showAdministrators, chosen.showAdministrators),
  ]
}
