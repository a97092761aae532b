import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/claims.ts'

/** Les réclamations : administrer un compte que plus personne n’administre. */
export default {
  'claim.title': 'Réclamation {reference}',
  'claim.list.title': 'Réclamations d’un compte',
  'claim.list.lead':
    'Quand plus personne n’administre un compte, quelqu’un de l’organisation peut demander à le faire. Il y faut une preuve, une semaine de préavis et deux agents du support.',
  'claim.list.own': 'Vos réclamations',
  'claim.list.none': 'Aucune réclamation',
  'claim.list.none-text': 'Rien n’est réclamé ici.',
  'claim.list.open': 'En cours',
  'claim.list.decide': 'À décider',
  'claim.list.over': 'Terminées',
  'claim.list.filter': 'Quelles réclamations',
  'claim.list.account': 'Compte Smart',
  'claim.list.reference': 'Référence',
  'claim.list.status': 'État',
  'claim.list.opened': 'Ouverte',
  'claim.new': 'Réclamer un compte',
  'claim.new.lead':
    'Pour un compte de votre organisation qui a perdu ses administrateurs. Votre nom, votre adresse et votre motif sont montrés à toutes les personnes qui y ont ou y ont eu un rôle.',
  'claim.new.cancel': 'Annuler',
  'claim.new.identifier': 'Identificateur de domaine de compte',
  'claim.new.identifier-help': 'Par exemple acme.example',
  'claim.new.reason': 'Pourquoi vous',
  'claim.new.reason-help':
    'Votre place dans l’organisation, et ce que sont devenus les administrateurs. De 10 à 1 000 caractères.',
  'claim.new.submit': 'Ouvrir la réclamation',
  'claim.new.how': 'Ce qui se passe ensuite',
  'claim.new.how-text':
    'Vous prouvez que l’organisation est d’accord. Toutes les personnes qui ont ou ont eu un rôle dans le compte sont prévenues, et chacune peut arrêter la réclamation pendant {days} jours, d’une seule pression. Puis deux agents du support décident.',
  'claim.status.OPEN': 'À prouver',
  'claim.status.NOTICE': 'Préavis',
  'claim.status.WITH_SUPPORT': 'Au support',
  'claim.status.GRANTED': 'Accordée',
  'claim.status.REJECTED': 'Rejetée',
  'claim.status.STOPPED': 'Arrêtée',
  'claim.status.WITHDRAWN': 'Retirée',
  'claim.status.LAPSED': 'Caduque',
  'claim.stands.OPEN': 'Le domaine est à prouver avant le {date}.',
  'claim.stands.NOTICE':
    'Toutes les personnes qui ont ou ont eu un rôle sont prévenues. Chacune peut l’arrêter jusqu’au {date}.',
  'claim.stands.WITH_SUPPORT':
    '{n, plural, =0 {Deux agents du support décident.} one {# agent du support a donné son accord ; il en faut un autre.} other {# agents du support ont donné leur accord.}}',
  'claim.stands.GRANTED': 'La personne administre le compte depuis le {date}.',
  'claim.stands.REJECTED': 'Le support l’a rejetée le {date}.',
  'claim.stands.STOPPED': 'Une personne qui a ou a eu un rôle l’a arrêtée le {date}.',
  'claim.stands.WITHDRAWN': 'La personne l’a retirée le {date}.',
  'claim.stands.LAPSED': 'Rien n’a été prouvé jusqu’au {date}.',
  'claim.stands.ended': 'Elle a pris fin le {date}, avant d’être tranchée.',
  'claim.about': 'La réclamation',
  'claim.fact.reference': 'Réclamation',
  'claim.fact.account': 'Compte Smart',
  'claim.fact.claimant': 'Demandée par',
  'claim.fact.company': 'Entreprise',
  'claim.fact.opened': 'Ouverte',
  'claim.fact.proof': 'Preuve',
  'claim.proof.none': 'Aucune pour l’instant',
  'claim.proof.DNS': 'Un enregistrement dans le DNS de {domain}',
  'claim.proof.ROLE_MAIL': 'La boîte aux lettres de {domain} a donné son accord',
  'claim.proof.DOCUMENTS': 'Des documents acceptés par le support',
  'claim.answer': 'le support',
  'claim.prove': 'Prouver le domaine',
  'claim.prove.lead': 'Un seul de ces moyens suffit.',
  'claim.dns.title': 'Un enregistrement dans le DNS',
  'claim.dns.text':
    'Ajoutez cet enregistrement TXT au DNS du domaine, puis vérifiez. Il peut mettre un moment à être visible.',
  'claim.dns.name': 'Nom',
  'claim.dns.value': 'Valeur',
  'claim.dns.check': 'Vérifier maintenant',
  'claim.dns.check-label': 'Vérifier maintenant : le DNS de {domain}',
  'claim.mailbox.title': 'Un mail à la boîte du domaine',
  'claim.mailbox.text':
    'Nous envoyons un lien à une boîte que lisent les responsables du domaine. Un bouton, et la preuve est faite.',
  'claim.mailbox.which': 'Boîte aux lettres',
  'claim.mailbox.send': 'Envoyer le mail',
  'claim.documents.title': 'Des documents',
  'claim.documents.text':
    'Pour un compte que personne n’administre : le support ouvre un dossier où vous remettez un extrait de registre ou une lettre de la direction.',
  'claim.documents.offer': 'Prouver par des documents',
  'claim.documents.offered':
    'Vous avez choisi de remettre des documents le {date}. Ajoutez-les en fichiers au dossier que le support a ouvert pour cela.',
  'claim.documents.case': 'Vos dossiers',
  'claim.withdraw': 'Retirer la réclamation',
  'claim.account.open': 'Ouvrir le compte',
  'claim.stop': 'Arrêter cette réclamation',
  'claim.stop.title': 'Cette réclamation est-elle injustifiée ?',
  'claim.stop.text':
    'Si {name} ne doit pas administrer {account}, appuyez sur le bouton. La réclamation prend fin aussitôt, et personne ne reçoit rien.',
  'claim.stopped.title': 'La réclamation est arrêtée',
  'claim.stopped.text': 'Personne ne reçoit rien. Le support et la personne concernée sont prévenus.',
  'claim.confirm.title': 'Est-ce que {domain} soutient cette réclamation ?',
  'claim.confirm.text':
    '{name} dit devoir administrer le compte Smart {account}. N’appuyez sur le bouton que si les responsables de {domain} sont d’accord. Sinon, ne faites rien.',
  'claim.confirm.button': 'Oui, au nom de {domain}',
  'claim.confirmed.title': 'Merci',
  'claim.confirmed.text':
    'Le domaine est prouvé. Toutes les personnes qui ont ou ont eu un rôle dans le compte sont maintenant prévenues.',
  'claim.gone.title': 'Ce lien ne sert plus',
  'claim.gone.text': 'Il a déjà été utilisé, ou la réclamation est terminée.',
  'claim.later.title': 'Une autre réclamation passe d’abord',
  'claim.later.text':
    'Rien n’a été fait : une autre réclamation pour ce compte est en cours. Ce lien reste valable ; appuyez de nouveau sur le bouton quand elle sera terminée.',
  'claim.desk.title': 'Décider',
  'claim.desk.first': 'Après votre accord, il faudra celui d’un deuxième agent.',
  'claim.desk.second': 'Vous êtes le deuxième agent : la personne administre aussitôt le compte.',
  'claim.desk.mine': 'Vous avez donné votre accord. Il en faut un autre.',
  'claim.desk.waits': 'Vous pourrez décider à la fin du préavis, le {date}.',
  'claim.desk.approve': 'Donner son accord',
  'claim.desk.grant': 'Donner son accord et accorder',
  'claim.desk.accept': 'Les documents le prouvent',
  'claim.desk.accept-text': 'Le préavis de {days} jours commence.',
  'claim.desk.reject': 'Rejeter la réclamation',
  'claim.desk.answer': 'Réponse à la personne',
  'claim.desk.answer-help': 'La personne la lit. De 10 à 1 000 caractères.',
  'claim.desk.vacant': 'Aucune personne qui administre le compte n’est joignable.',
  'claim.desk.administered': 'Une personne qui administre le compte est joignable.',
  'claim.banner.title': 'Quelqu’un réclame ce compte',
  'claim.banner.text':
    '{name} demande à l’administrer. Regardez avant le {date} : vous pouvez l’arrêter d’une seule pression.',
  'claim.banner.link': 'Voir la réclamation',
  'claim.done.opened': 'Votre réclamation est ouverte. Prouvez maintenant le domaine.',
  'claim.done.mailed': 'Le mail est en route.',
  'claim.done.documents': 'Le support est prévenu.',
  'claim.done.proven': 'Le domaine est prouvé. Le préavis commence.',
  'claim.done.withdrawn': 'La réclamation est retirée.',
  'claim.done.stopped': 'La réclamation est arrêtée.',
  'claim.done.first': 'Votre accord est enregistré. Il en faut un autre.',
  'claim.done.granted': 'Accordée. Toutes les personnes concernées sont prévenues.',
  'claim.done.rejected': 'La réclamation est rejetée, et la personne est prévenue.',
  'claim.done.absent':
    'L’enregistrement n’y est pas encore. Noms et valeurs mettent un moment à être visibles ; vérifiez plus tard.',
  'claim.done.no-answer': 'Aucun serveur DNS n’a répondu. Réessayez plus tard.',
  'claim.error.identifier': 'Saisissez l’identificateur du compte, comme acme.example.',
  'claim.error.reason': 'Écrivez entre 10 et 1 000 caractères.',
  'claim.error.answer': 'Écrivez entre 10 et 1 000 caractères.',
  'claim.error.mailbox': 'Choisissez une boîte aux lettres.',
  'claim.refused.title': 'Rien n’a été fait',
  'claim.refused.over': 'Cette réclamation est terminée.',
  'claim.refused.not-yet': 'Ce n’est pas possible à cette étape.',
  'claim.refused.notice-runs': 'Le préavis court jusqu’au {date}.',
  'claim.refused.not-claimable':
    'Vous ne pouvez réclamer aucun compte portant cet identificateur. Il n’existe peut-être pas, ou quelqu’un l’administre.',
  'claim.refused.address-unverified': 'Confirmez d’abord votre adresse e-mail.',
  'claim.refused.claimed-already': 'Vous avez déjà une réclamation pour ce compte.',
  'claim.refused.too-many-claims':
    'Vous avez autant de réclamations en cours que possible. Retirez-en d’abord une.',
  'claim.refused.another-noticed':
    'Une autre réclamation pour ce compte est tranchée d’abord. Réessayez quand elle sera terminée.',
  'claim.refused.own-claim': 'C’est votre propre réclamation.',
  'claim.refused.approved-already': 'Vous avez déjà donné votre accord. Il en faut un autre.',
  'claim.refused.administered-again':
    'Une personne qui administre le compte est joignable : des documents ne suffisent plus.',
  'claim.refused.claimant-gone': 'La personne ne peut plus recevoir le rôle.',
  'claim.refused.other-domain': 'Ce domaine ne prouve pas le compte.',
  'claim.refused.not-yours':
    'Seules les personnes qui ont ou ont eu un rôle dans le compte peuvent l’arrêter.',
  'claim.refused.too-often': 'Vous avez essayé souvent. Réessayez dans une heure.',
  'claim.mail.or-visit': 'Ou rendez-vous à cette adresse :',
  'claim.mail.open': 'Ouvrir la réclamation',
  'claim.mail.wrote': '{name} a écrit :',
  'claim.mail.answered': 'Le support a écrit :',
  'claim.mail.why': 'Vous recevez ce message parce que vous avez ouvert la réclamation.',
  'claim.mail.domain.subject': 'Est-ce que {domain} soutient {name} ?',
  'claim.mail.domain.opening':
    '{name} demande à administrer le compte Smart {account} et dit parler pour {domain}.',
  'claim.mail.domain.text':
    'Si c’est exact, ouvrez la page et appuyez sur le bouton. Sinon, ne faites rien : sans vous, la réclamation ne prouve rien.',
  'claim.mail.domain.button': 'Lire et répondre',
  'claim.mail.domain.why':
    'Vous recevez ce message parce que vous lisez une boîte des responsables de {domain}.',
  'claim.mail.notice.subject': '{name} demande à administrer {account} : vous pouvez l’arrêter',
  'claim.mail.notice.opening':
    '{name} demande à administrer {account}. Si c’est injustifié, arrêtez la réclamation avant le {date}.',
  'claim.mail.notice.text':
    'La page porte un bouton qui met aussitôt fin à la réclamation. Si elle est justifiée, ne faites rien : après le {date}, deux agents du support décident.',
  'claim.mail.notice.button': 'Voir, et arrêter si c’est injustifié',
  'claim.mail.notice.why': 'Vous recevez ce message parce que vous avez ou avez eu un rôle dans {account}.',
  'claim.mail.proven.subject': 'Votre réclamation pour {account} est en préavis jusqu’au {date}',
  'claim.mail.proven.opening':
    'Le domaine est prouvé. Toutes les personnes qui ont ou ont eu un rôle dans {account} sont maintenant prévenues.',
  'claim.mail.proven.text':
    'Sauf si l’une d’elles l’arrête, deux agents du support décident après le {date}.',
  'claim.mail.agent.subject': 'La réclamation {reference} attend un agent : {account}',
  'claim.mail.agent.opening':
    '{step, select, documents {{name} veut prouver une réclamation pour {account} par des documents.} second {Un agent a donné son accord à la réclamation de {name} pour {account} ; il en faut un deuxième.} other {Le préavis de la réclamation de {name} pour {account} est terminé : deux agents décident.}}',
  'claim.mail.agent.why': 'Vous recevez ce message parce que vous êtes agent du support.',
  'claim.mail.administered.subject': '{account} est de nouveau administré',
  'claim.mail.administered.opening':
    'Quelqu’un administre de nouveau {account}, par une autre réclamation que la vôtre.',
  'claim.mail.administered.text':
    'S’il vous faut un accès, demandez-le comme d’habitude. Votre réclamation reste ouverte jusqu’au {date} ; ne prouvez le domaine que si elle est encore utile.',
  'claim.mail.over.subject':
    '{how, select, GRANTED {{name} administre désormais {account}} STOPPED {La réclamation de {name} pour {account} est arrêtée} REJECTED {La réclamation de {name} pour {account} est rejetée} WITHDRAWN {La réclamation de {name} pour {account} est retirée} other {La réclamation de {name} pour {account} est terminée}}',
  'claim.mail.over.opening':
    '{how, select, GRANTED {{whose, select, own {Vous administrez désormais {account}.} other {Deux agents du support ont donné leur accord : {name} administre désormais {account}.}}} STOPPED {Une personne qui a ou a eu un rôle dans {account} a arrêté la réclamation de {name}.} REJECTED {Le support a rejeté la réclamation de {name} pour {account}.} WITHDRAWN {{name} a retiré la réclamation pour {account}.} ENDED {La réclamation de {name} pour {account} a pris fin avant d’être tranchée.} other {Rien n’a été prouvé à temps : la réclamation pour {account} est terminée.}}',
} satisfies Translation<typeof en>
