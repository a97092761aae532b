import type { Reader } from '../../platform/i18n/reader.ts'
import type { OnBehalfRefusal } from '../domain/on-behalf.ts'
import { words } from '../messages/index.ts'
import { answerTo, type RefusalAnswer } from '../refusal-answers.ts'
import type { SubmitRefusal } from '../submit/submit.ts'

/** What somebody is told who was refused, with what status, and at which field. */
export type SaidRefusal = RefusalAnswer & { readonly field?: 'colleague' | 'account' | 'reason' }

/** The sentence for why nothing was asked for a colleague, or not confirmed. */
export function sayOnBehalf(reader: Reader, refusal: OnBehalfRefusal | SubmitRefusal): SaidRefusal {
  const t = words.for(reader)
  switch (refusal.code) {
    case 'own-address':
      return { status: 422, text: t('behalf.own'), field: 'colleague' }
    case 'not-a-colleague':
      return { status: 422, text: t('behalf.not-a-colleague', refusal), field: 'colleague' }
    case 'too-many-waiting':
      return { status: 429, text: t('behalf.too-many-waiting', refusal) }
    case 'too-many-asked':
      return { status: 429, text: t('behalf.too-many-today', refusal) }
    case 'settled': {
      const state = t(`behalf.state.${refusal.status}`).toLocaleLowerCase(reader.locale)
      return { status: 409, text: t('behalf.settled', { state }) }
    }
    case 'account-not-open':
      return { status: 409, text: t('behalf.account-not-open') }
    case 'place-gone':
      return { status: 409, text: t('behalf.place-gone') }
    case 'sent-before':
      return { status: 409, text: t('why.sent-before.text') }
    case 'reason-unfit':
      return { ...answerTo(refusal, reader), field: 'reason' }
    default:
      return answerTo(refusal, reader)
  }
}
