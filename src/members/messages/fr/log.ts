import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/log.ts'

/** Ce que le journal dit des membres, après le nom de la personne qui agit. */
export default {
  'log.added': 'a donné un accès à {person} : {held}',
  'log.added-two': 'a confirmé {person} comme administrateur, sur proposition d’un autre : {held}',
  'log.added-invited': 'a donné un accès à {person}, qui a accepté une invitation : {held}',
  'log.changed': 'a modifié l’accès de {person} : {held}',
  'log.removed':
    '{n, plural, one {a retiré {person} du compte, ce qui a mis fin à # rôle} other {a retiré {person} du compte, ce qui a mis fin à # rôles}}',
  'log.left':
    '{n, plural, one {a quitté le compte, ce qui a mis fin à # rôle} other {a quitté le compte, ce qui a mis fin à # rôles}}',
  'log.invited':
    '{n, plural, one {a invité quelqu’un par mail : {held}} other {a renvoyé une invitation, envoi numéro # : {held}}}',
  'log.invitation-withdrawn': 'a annulé une invitation',
  'log.invitation-declined': 'a noté qu’une invitation a été refusée',
  'log.proposed': 'a proposé {person} comme administrateur',
  'log.refused': 'a refusé de nommer {person} administrateur',
  'log.withdrawn': 'a annulé la proposition de nommer {person} administrateur',
  'log.change-refused':
    '{why, select, last {s’est vu refuser de retirer le dernier administrateur} other {s’est vu refuser de donner ou retirer plus que ses propres droits}}',
} satisfies Translation<typeof en>
