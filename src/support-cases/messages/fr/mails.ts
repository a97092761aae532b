import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/mails.ts'

/** The French sentences of the support desk. */
export default {
  'opened.subject': 'Dossier {reference} : personne ne peut décider d’une demande pour {account}',
  'opened.opening': 'Aucun administrateur de {account} n’est joignable pour décider d’une demande d’accès.',
  'opened.text':
    'La demande attend auprès du support. Cherchez un administrateur de nouveau joignable et informez-le.',
  'opened.case': 'Dossier',
  'opened.request': 'Demande d’accès',
  'opened.account': 'Compte Smart',
  'opened.button': 'Ouvrir la demande',
  'opened.or-visit': 'Ou rendez-vous à l’adresse :',
  'vacant.subject': 'Dossier {reference} : {account} n’a plus d’administrateur',
  'vacant.opening': '{account} a perdu son dernier administrateur.',
  'vacant.text':
    'Personne ne peut plus décider des demandes. Cherchez qui a l’autorité de désigner un nouvel administrateur.',
  'vacant.button': 'Ouvrir le compte',
  'opened.why': 'Vous recevez ce mail parce que vous êtes agent du support.',
} satisfies Translation<typeof en>
