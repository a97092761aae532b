import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/mails.ts'

/** The French letters about cases. */
export default {
  'letter.button': 'Ouvrir le dossier',
  'letter.or-visit': 'Ou rendez-vous à l’adresse :',
  'letter.case': 'Dossier',
  'letter.the-portal': 'le portail',
  'letter.quote': '{who} a écrit',
  'letter.quote.support': '{who}, du support, a écrit',
  'letter.quote.desk': 'Le support a écrit',
  'letter.opened.agent.subject.NOBODY_REACHABLE':
    'Dossier {reference} : personne ne peut décider d’une demande pour {account}',
  'letter.opened.agent.subject.ESCALATED_BY_HAND':
    'Dossier {reference} : une demande pour {account} a été transmise',
  'letter.opened.agent.subject.ESCALATED_BY_CLOCK':
    'Dossier {reference} : une demande pour {account} attend depuis trop longtemps',
  'letter.opened.agent.subject.PORTAL_TROUBLE': 'Dossier {reference} : un problème avec {account}',
  'letter.opened.agent.subject.VACANT': 'Dossier {reference} : {account} n’a plus d’administrateur',
  'letter.opened.agent.NOBODY_REACHABLE':
    'Aucun administrateur de {account} n’est joignable pour décider d’une demande d’accès.',
  'letter.opened.agent.ESCALATED_BY_HAND':
    'Personne n’a répondu à une demande d’accès à {account} : son auteur s’adresse au support.',
  'letter.opened.agent.ESCALATED_BY_CLOCK':
    'Une demande d’accès à {account} est restée sans réponse dans les délais.',
  'letter.opened.agent.PORTAL_TROUBLE': 'Un dossier est ouvert pour un problème avec {account}.',
  'letter.opened.agent.VACANT': '{account} a perdu son dernier administrateur.',
  'letter.opened.requester.subject': 'Votre dossier {reference}',
  'letter.opened.requester.opening': 'Votre dossier {reference} est auprès du support.',
  'letter.opened.requester.text': 'Un agent du support répond d’ici le {date}, par mail et dans le portail.',
  'letter.answered.agent.subject': 'Dossier {reference} : une réponse concernant {account}',
  'letter.answered.agent.opening':
    'Le dossier {reference} concernant {account} attend de nouveau le support.',
  'letter.answered.account.subject': 'Une question concernant {account} (dossier {reference})',
  'letter.answered.account.opening': 'Le support pose une question aux administrateurs de {account}.',
  'letter.answered.requester.subject': 'Une réponse à votre dossier {reference}',
  'letter.answered.requester.opening': 'Le support a répondu à votre dossier {reference}.',
  'letter.resolved.agent.subject': 'Résolu : dossier {reference}',
  'letter.resolved.agent.opening': 'Le demandeur indique que le dossier {reference} est résolu.',
  'letter.resolved.requester.subject': 'Résolu : votre dossier {reference}',
  'letter.resolved.requester.opening': 'Le support a résolu votre dossier {reference}.',
  'letter.resolved.text': 'Si ce n’est pas résolu, vous pouvez rouvrir le dossier jusqu’au {date}.',
  'letter.reopened.agent.subject': 'Rouvert : dossier {reference} concernant {account}',
  'letter.reopened.agent.opening': 'Le dossier {reference} concernant {account} est rouvert.',
  'letter.why.agent': 'Vous recevez ce mail parce que vous êtes agent du support.',
  'letter.why.account': 'Vous recevez ce mail parce que vous administrez ce compte.',
  'letter.why.requester': 'Vous recevez ce mail parce que le dossier vous concerne.',
  'letter.desk.opened.subject': '[{reference}] Nouveau dossier de {who}',
  'letter.desk.said.subject': '[{reference}] {who} a écrit',
  'letter.desk.said': '{who} a écrit dans le dossier {reference}.',
  'letter.why.desk':
    'Ce service reçoit chaque nouveau dossier et ce qu’écrivent les demandeurs. Une réponse à ce mail est ajoutée au dossier, où le demandeur la lit.',
} satisfies Translation<typeof en>
