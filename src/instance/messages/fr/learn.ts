import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/learn.ts'

/** En savoir plus sur les comptes Smart : le cadre des guides. */
export default {
  'learn.lead': 'Ce que l’on fait ici, pas à pas, et de quoi il s’agit.',
  'learn.whole': 'Sur une seule page, à imprimer : {guide}',
  'learn.contents': 'Sommaire',
} satisfies Translation<typeof en>
