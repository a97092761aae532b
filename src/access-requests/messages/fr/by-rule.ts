import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/by-rule.ts'

/** Ce qu’une règle a décidé, et comment s’adresser à une personne. */
export default {
  'by-rule.approved': 'Traitée aussitôt, par une règle du compte : {given}',
  'by-rule.declined': 'Refusée aussitôt, par une règle du compte',
  'by-rule.writer': 'les administrateurs',
  'by-rule.decider': 'Une règle',
  'by-rule.next':
    'Une règle du compte l’a refusée ; personne ne l’a encore examinée. Une personne peut le faire, une fois.',
  'by-rule.ask': 'S’adresser à une personne',
  'by-rule.asked':
    'Une règle du compte l’a refusée. Vous vous êtes adressé depuis à une personne, par une autre demande.',
  'by-rule.see': 'Voir cette demande',
  'letter.by-rule': 'Une règle du compte',
  'letter.by-rule.reason': 'Une règle ; personne ne l’a encore examinée',
  'letter.by-rule.ask':
    'Si vous pensez que la règle se trompe à votre sujet, une personne peut examiner votre demande, une fois : ouvrez-la et choisissez « S’adresser à une personne ».',
  'letter.by-rule.rule': 'La règle',
} satisfies Translation<typeof en>
