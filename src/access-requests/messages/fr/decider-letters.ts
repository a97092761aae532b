import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/decider-letters.ts'

/** Les messages de décision. */
export default {
  'letter.decided.given': 'Donné',
  'letter.decided.ended': 'A pris fin avec cela',
  'letter.decided.would': 'Serait donné',
  'letter.decided.asked': 'Demandé',
  'letter.decided.reason': 'Raison',
  'letter.decided.an-administrator': 'Un administrateur',
  'letter.decided.who-decides': 'l’administrateur',
  'letter.approved.subject': 'Approuvée : votre demande d’accès à {account} ({reference})',
  'letter.approved.opening': '{by} a approuvé votre demande d’accès à {account}.',
  'letter.approved.next':
    'L’accès est en vigueur. Vous le trouvez sous Gestion des accès, avec son origine et sa date de fin.',
  'letter.declined.subject': 'Refusée : votre demande d’accès à {account} ({reference})',
  'letter.declined.opening': '{by} a refusé votre demande d’accès à {account}.',
  'letter.declined.next':
    'Vous pouvez demander autre chose dès maintenant, et la même chose à partir du {date} : {address}',
  'letter.declined.blocked-until':
    'Les administrateurs de ce compte n’acceptent plus de demande de votre part avant le {date}.',
  'letter.declined.blocked': 'Les administrateurs de ce compte n’acceptent plus de demande de votre part.',
  'letter.done.subject-approved': 'Traitée : la demande d’accès à {account} a été approuvée ({reference})',
  'letter.done.subject-declined': 'Traitée : la demande d’accès à {account} a été refusée ({reference})',
  'letter.done.opening-approved': '{by} a approuvé la demande d’accès de {who} à {account}.',
  'letter.done.opening-declined': '{by} a refusé la demande d’accès de {who} à {account}.',
  'letter.done.text':
    'Vous n’avez plus rien à faire. Si la décision vous semble erronée, parlez-en ensemble : un accès peut être retiré à tout moment.',
  'letter.one-more.subject': 'Encore une approbation : demande d’accès à {account} ({reference})',
  'letter.one-more.opening':
    '{by} a approuvé la demande de {who} d’administrer {account} ; un autre administrateur doit l’accepter aussi.',
  'letter.one-more.text':
    'Rien n’est donné avant qu’un deuxième administrateur n’approuve la même chose. Vous pouvez aussi refuser.',
  'letter.taken.subject': 'Accès retiré : {account}',
  'letter.taken.subject-own': 'Renoncement à un accès : {account}',
  'letter.taken.opening': '{by} a retiré votre accès à {account}.',
  'letter.taken.opening-own': 'Vous avez renoncé à votre accès à {account}.',
  'letter.taken.held': 'Ce qui prend fin',
  'letter.taken.rest': 'Ce que vous y détenez encore',
  'letter.taken.nothing': 'Rien',
  'letter.taken.next':
    'Si vous en avez encore besoin, demandez-le à nouveau, ou parlez-en à un administrateur du compte.',
  'letter.taken.gone': 'Le compte virtuel a été fermé, plus personne n’y a donc accès.',
  'letter.taken.button': 'Voir vos accès',
  'letter.taken.why': 'Vous recevez ce mail parce que vous déteniez cet accès.',
} satisfies Translation<typeof en>
