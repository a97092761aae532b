import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/removal.ts'

/** Le retrait d’un administrateur, qui se décide à deux : la page, ses refus et ses messages. */
export default {
  'removal.title': 'Retirer à {name} le rôle d’administrateur',
  'removal.lead':
    'Retirer un administrateur se décide à deux : vous le proposez, un autre administrateur le confirme.',
  'removal.lead-two':
    'Personne d’autre ne pourrait le confirmer. {name} reçoit un mail et peut accepter ou s’opposer ; sans réponse dans un délai de {days, plural, one {# jour} other {# jours}}, vous pourrez procéder au retrait.',
  'removal.reason': 'Raison',
  'removal.reason-help': '{name} et les autres administrateurs la liront.',
  'removal.propose': 'Proposer le retrait de {name}',
  'removal.cancel': 'Ne rien changer',
  'removal.open': 'Le retrait de {name} est proposé',
  'removal.open-own': 'Votre retrait comme administrateur est proposé',
  'removal.by': 'Proposé par',
  'removal.at': 'Proposé le',
  'removal.lapses': 'Devient caduc le',
  'removal.notice': 'Opposition possible jusqu’au',
  'removal.you': 'vous',
  'removal.confirm-lead': 'Vous êtes la deuxième personne. {name} perd cet accès aussitôt et reçoit un mail.',
  'removal.confirm': 'Retirer à {name} le rôle d’administrateur',
  'removal.refuse-title': 'Si vous n’êtes pas d’accord',
  'removal.refuse-lead': 'L’accès est conservé. Un mail en informe {proposer}.',
  'removal.answer': 'Vos mots',
  'removal.answer-help': '{proposer}, {name} et les autres administrateurs les liront.',
  'removal.answer-help-own': '{proposer} et les autres administrateurs les liront.',
  'removal.change-own': 'Ce qui change pour vous',
  'removal.refuse': 'Refuser le retrait',
  'removal.object': 'M’opposer à mon retrait',
  'removal.object-lead': 'L’accès est conservé, et un mail en informe {proposer}.',
  'removal.own-decided': 'Un autre administrateur le confirme ou le refuse. Vous pouvez en parler ensemble.',
  'removal.own-two':
    'Personne d’autre ne pourrait le confirmer. Si vous ne vous opposez pas avant le {date}, {proposer} pourra y procéder sans autre accord.',
  'removal.agree': 'Y renoncer vous-même',
  'removal.wait-second': 'Un autre administrateur doit le confirmer. Ils en sont informés par mail.',
  'removal.wait-notice': 'Si {name} ne s’oppose pas, vous pourrez procéder au retrait à partir du {date}.',
  'removal.wait-away': '{name} est en absence. Le silence ne vaut accord qu’à son retour.',
  'removal.alone-lead': '{name} n’a pas fait opposition à temps. Vous pouvez procéder au retrait.',
  'removal.withdraw': 'Annuler la proposition',
  'removal.flash': 'Le retrait est proposé',
  'removal.flash-text': '{name} et les autres administrateurs reçoivent un mail.',
  'removal.refused': 'Rien n’a été changé',
  'removal.error.reason-too-short': 'Écrivez au moins 10 caractères, pour que les autres sachent pourquoi.',
  'removal.error.reason-too-long': 'Raccourcissez la raison à 1 000 caractères au plus.',
  'removal.error.reason-one-character': 'Écrivez avec des mots ; c’est un seul caractère répété.',
  'removal.error.answer-long': 'Raccourcissez vos mots à 1 000 caractères au plus.',
  'removal.error.form': 'Il manque quelque chose dans ce formulaire. Ouvrez à nouveau la page.',
  'refusal.second-administrator-needed':
    'Retirer un administrateur se décide à deux. Proposez-le ; un autre administrateur le confirmera.',
  'refusal.no-second-needed': 'Ce compte n’exige pas de deuxième personne. Retirez l’accès.',
  'refusal.removal-already-proposed':
    'Ce retrait est déjà proposé. Consultez-le, puis confirmez-le ou refusez-le.',
  'refusal.removal-not-open':
    'Cette proposition ne compte plus : elle a été tranchée, annulée, ou elle est caduque. Ouvrez à nouveau la page.',
  'refusal.own-removal':
    'Vous ne pouvez pas décider de votre propre retrait. Vous pouvez renoncer vous-même à l’accès.',
  'refusal.own-proposal':
    'Vous avez proposé ce retrait vous-même. Un autre administrateur doit le confirmer.',
  'refusal.own-proposal-from':
    'Vous avez proposé ce retrait vous-même. Vous pourrez y procéder sans deuxième personne à partir du {date}, pas avant.',
  'letter.removal.subject': 'Encore une personne : retrait d’un administrateur de {account}',
  'letter.removal.opening':
    '{by} a proposé de retirer {name} des administrateurs de {account} ; un autre administrateur doit le confirmer.',
  'letter.removal.text':
    'Rien ne change avant qu’un deuxième administrateur ne le confirme. Il est aussi possible de refuser.',
  'letter.removal.subject-own': 'Votre retrait comme administrateur de {account} est proposé',
  'letter.removal.opening-own': '{by} a proposé de vous retirer des administrateurs de {account}.',
  'letter.removal.text-own':
    'Rien ne change avant qu’un autre administrateur ne le confirme. Vous pouvez aussi renoncer vous-même à l’accès.',
  'letter.removal.text-own-two':
    'Vous pouvez accepter ou vous opposer. Si vous ne vous opposez pas avant le {date}, {by} pourra y procéder sans autre accord.',
  'letter.removal.lapses': 'Devient caduc le',
  'letter.removal.notice': 'Opposition jusqu’au',
  'letter.removal.person': 'Administrateur',
  'letter.removal.button': 'Voir la proposition',
  'letter.removal.why': 'Vous recevez ce mail parce que vous administrez ce compte.',
  'letter.removal.subject-refused': 'Refusé : retrait d’un administrateur de {account}',
  'letter.removal.opening-refused':
    '{by} a refusé de retirer {name} des administrateurs de {account}. L’accès est conservé.',
  'letter.removal.opening-objected':
    '{name} s’oppose à son retrait des administrateurs de {account}. L’accès est conservé.',
  'letter.removal.next-objected':
    'Vous pouvez en parler à deux. Sans accord, adressez-vous aux personnes qui gèrent {installation}.',
  'letter.removal.subject-withdrawn': 'Annulé : retrait d’un administrateur de {account}',
  'letter.removal.opening-withdrawn':
    '{by} a annulé la proposition de retirer {name} des administrateurs de {account}. L’accès est conservé.',
  'letter.removal.subject-done': 'Fait : {name} n’administre plus {account}',
  'letter.removal.opening-confirmed':
    '{name} ne fait plus partie des administrateurs de {account} : {first} a proposé ce retrait, {by} l’a confirmé.',
  'letter.removal.opening-unopposed':
    '{name} ne fait plus partie des administrateurs de {account} : {by} a proposé ce retrait, et {name} n’a pas fait opposition à temps.',
  'letter.removal.opening-alone': '{by} a retiré {name} des administrateurs de {account}.',
  'letter.removal.opening-left': '{name} a renoncé à administrer {account}.',
  'letter.removal.done-text':
    'Vous n’avez plus rien à faire. La liste des utilisateurs montre qui administre le compte.',
  'letter.removal.button-users': 'Voir les utilisateurs',
} satisfies Translation<typeof en>
