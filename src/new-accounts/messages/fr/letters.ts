/** Les lettres sur les nouveaux comptes. */
export default {
  'application.mail.or-visit': 'Ou visitez cette adresse :',
  'application.mail.open': 'Ouvrir la demande',
  'application.mail.wrote': '{name} a écrit :',
  'application.mail.note':
    '{who, select, nominee {La personne sollicitée a écrit :} other {Un exploitant a écrit :}}',
  'application.mail.why': 'Vous recevez ce message parce que vous avez demandé ce compte.',
  'application.mail.receipt.subject': 'Votre demande du compte {account} ({reference})',
  'application.mail.receipt.opening':
    '{status, select, AWAITING_NOMINEE {Votre demande du compte {account} est envoyée, et son administrateur est sollicité.} other {Votre demande du compte {account} est envoyée, et d’abord examinée.}}',
  'application.mail.receipt.text': 'Sa page montre où elle en est. Sans accord, elle expire le {date}.',
  'application.mail.nominee.subject':
    '{whose, select, own {{account} : acceptez pour ouvrir le compte} other {{name} vous désigne pour administrer {account}}}',
  'application.mail.nominee.opening':
    '{whose, select, own {Votre demande du compte {account} est prête : acceptez ce que le compte accepte, et il existe.} other {{name} demande le compte Smart {account} et vous désigne comme premier administrateur.}}',
  'application.mail.nominee.text': 'Vous pouvez répondre oui ou non jusqu’au {date}.',
  'application.mail.nominee.button': 'Lire et répondre',
  'application.mail.nominee.why':
    'Vous recevez ce message parce que {name} a désigné cette adresse pour administrer le compte.',
  'application.mail.nominee-reminder.subject':
    '{whose, select, own {Rappel : acceptez pour ouvrir le compte {account}} other {Rappel : {name} vous désigne pour administrer {account}}}',
  'application.mail.nominee-reminder.opening':
    '{whose, select, own {Le compte {account} attend que vous acceptiez ses conventions.} other {{name} attend toujours votre réponse : voulez-vous administrer le compte Smart {account} ?}}',
  'application.mail.operator.subject':
    '{when, select, near {Pas encore examiné : nouveau compte {account} ({reference})} other {Nouveau compte à examiner : {account} ({reference})}}',
  'application.mail.operator.opening':
    '{when, select, near {{name} a demandé le compte {account} il y a longtemps. La demande expire le {date} si aucun exploitant ne l’examine.} other {{name} demande le compte {account}. Un exploitant doit l’examiner.}}',
  'application.mail.operator.why': 'Vous recevez ce message parce que vous êtes exploitant.',
  'application.mail.approved.subject': '{account} : son administrateur est sollicité ({reference})',
  'application.mail.approved.opening':
    'Un exploitant a approuvé votre demande du compte {account}. La question est posée à {nominee}.',
  'application.mail.proof-lost.subject': '{account} : le domaine n’est plus prouvé ({reference})',
  'application.mail.proof-lost.opening':
    'Le fournisseur d’identité qui prouvait {identifier} n’en répond plus ici ; le domaine de {account} n’est donc plus prouvé.',
  'application.mail.proof-lost.text': 'Vous pouvez le prouver autrement sur la page de la demande.',
  'application.mail.action.subject': '{account} : c’est à vous d’agir ({reference})',
  'application.mail.action.opening':
    '{who, select, nominee {La personne que vous aviez désignée pour {account} a dit non. Désignez quelqu’un d’autre, ou retirez la demande.} other {Un exploitant vous demande de modifier votre demande du compte {account}.}}',
  'application.mail.expiry-near.subject': '{account} : votre demande expire le {date}',
  'application.mail.expiry-near.opening':
    '{status, select, AWAITING_NOMINEE {Personne n’a encore accepté le compte {account}.} ACTION_NEEDED {Votre demande du compte {account} vous attend.} other {Votre demande du compte {account} est encore examinée.}}',
  'application.mail.expiry-near.text':
    'Elle expire le {date}. {stands, select, OTHER {Sa page vous permet de relancer {nominee}, ou de désigner quelqu’un d’autre.} OWN {Acceptez-la d’ici là, sur sa page.} ACTION_NEEDED {Faites d’ici là ce que sa page vous demande.} other {Les exploitants sont prévenus une nouvelle fois.}}',
  'application.mail.over.subject':
    '{status, select, ACTIVE {Le compte {account} existe} DECLINED {Votre demande du compte {account} est refusée} WITHDRAWN {La demande du compte {account} est retirée} other {La demande du compte {account} a expiré}}',
  'application.mail.over.opening':
    '{status, select, ACTIVE {{whose, select, own {Le compte {account} existe, et vous l’administrez. Nommez un second administrateur.} other {Le compte {account} existe ; {nominee} l’administre. Vous pouvez maintenant y demander un accès.}}} DECLINED {Un exploitant a refusé la demande du compte {account}.} WITHDRAWN {{name} a retiré la demande du compte {account}. Vous n’avez plus rien à faire.} other {Personne n’a accepté le compte {account} en 90 jours : la demande a expiré.}}',
  'application.mail.over.account': 'Ouvrir le compte',
  'application.mail.domain.subject': '{identifier} soutient-il {name} ?',
  'application.mail.domain.opening':
    '{name} demande le compte Smart {account} et affirme que {identifier} soutient cette demande.',
  'application.mail.domain.text':
    'Si c’est exact, ouvrez la page et appuyez sur le bouton. Sinon, ne faites rien : sans vous, cela ne prouve rien.',
  'application.mail.domain.button': 'Lire et répondre',
  'application.mail.domain.why':
    'Vous recevez ce message parce que vous lisez une boîte qui appartient à la personne qui gère {identifier}.',
} as const
