import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/mails.ts'

/** The same in French. */
export default {
  'gave-up.subject': 'Des messages n’ont pas pu être remis',
  'gave-up.opening': 'Au moins un message a été abandonné après plusieurs jours d’essais.',
  'gave-up.text':
    'Son contenu se trouve sur le portail : rien n’y est perdu. Regardez ce que le serveur de messagerie a répondu, puis renvoyez le message.',
  'gave-up.button': 'Voir les messages',
  'gave-up.or-visit': 'Ou ouvrez',
  'gave-up.why': 'Vous exploitez cette installation.',
} satisfies Translation<typeof en>
