import { done, type Outcome, refuse } from '../../kernel/outcome.ts'
import { readReason } from './reason.ts'

export const purposes = ['DECLINE', 'QUESTION'] as const
/** What a prepared text is for. */
export type Purpose = (typeof purposes)[number]

/** How many texts an account keeps. */
export const preparedTextsAllowed = 40
export const longestTitle = 80

/** A text in one language; both parts empty: there is none in it. */
export type Version = { readonly title: string; readonly text: string }

/** A text that an account keeps ready, in one language or both. */
export type PreparedText = {
  readonly purpose: Purpose
  readonly en: Version
  readonly fr: Version
}

/** What is wrong with a prepared text, by its field. */
export type PreparedTextProblems = {
  readonly [Field in 'titleEn' | 'textEn' | 'titleFr' | 'textFr']?: 'title' | 'text' | 'none'
}

/** The prepared text in what was typed; a language is left out by leaving both of its fields empty. */
export function readPreparedText(typed: PreparedText): Outcome<PreparedText, PreparedTextProblems> {
  const en = readVersion(typed.en)
  const fr = readVersion(typed.fr)
  const problems: PreparedTextProblems = {
    ...(en.title === undefined ? { titleEn: 'title' } : {}),
    ...(en.text === undefined ? { textEn: 'text' } : {}),
    ...(fr.title === undefined ? { titleFr: 'title' } : {}),
    ...(fr.text === undefined ? { textFr: 'text' } : {}),
  }
  if (Object.keys(problems).length > 0) return refuse(problems)
  const read = { purpose: typed.purpose, en: en as Version, fr: fr as Version }
  return read.en.text === '' && read.fr.text === '' ? refuse({ textEn: 'none' } as const) : done(read)
}

type Read = { readonly title: string | undefined; readonly text: string | undefined }

const unwanted = /\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu

function readVersion({ title, text }: Version): Read {
  const name = title.toWellFormed().normalize('NFC').replace(unwanted, '').trim()
  if (name === '' && text.trim() === '') return { title: '', text: '' }
  const read = readReason(text)
  const length = [...name].length
  return {
    title: length >= 1 && length <= longestTitle ? name : undefined,
    text: read.ok ? read.value : undefined,
  }
}

/** The text in a language, or in the other one when it is not written in this. */
export function versionIn(text: Pick<PreparedText, 'en' | 'fr'>, locale: 'en' | 'fr'): Version {
  const other = locale === 'en' ? 'fr' : 'en'
  return text[locale].text === '' ? text[other] : text[locale]
}

/** What stands in a field after a prepared text was put in: nothing that was typed is lost. */
export function putIn(typed: string, text: string): string {
  return typed.trim() === '' ? text : `${typed.trimEnd()}\n\n${text}`
}
