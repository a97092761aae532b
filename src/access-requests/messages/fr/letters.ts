/** The mails of asking, in French. */
export default {
  'letter.button': 'Ouvrir la demande',
  'letter.or-visit': 'Ou rendez-vous à l’adresse :',
  'letter.reference': 'Référence',
  'letter.account': 'Compte Smart',
  'letter.who': 'Qui demande',
  'letter.asked': 'Accès demandé',
  'letter.due': 'Réponse attendue au plus tard le',
  'letter.quote': 'Écrit par {who}, non par nous :',
  'letter.why.approver':
    'Vous recevez ce mail parce que vous administrez ce compte Smart. Rien dans ce mail ne décide de quoi que ce soit : connectez-vous et décidez là-bas.',
  'letter.why.requester': 'Vous recevez ce mail parce que vous avez demandé un accès.',
  'letter.submitted.subject': 'Demande d’accès à {account} ({reference})',
  'letter.submitted.opening': '{who} demande l’accès à {account}.',
  'letter.submitted.text':
    'Merci d’approuver ou de refuser. Les autres administrateurs ont aussi reçu ce mail ; la première réponse compte.',
  'letter.receipt.subject': 'Votre demande d’accès à {account} est envoyée ({reference})',
  'letter.receipt.opening': 'Votre demande d’accès à {account} est envoyée.',
  'letter.receipt.text':
    '{n, plural, one {Elle est auprès de # administrateur. Vous recevrez un mail dès qu’une décision sera prise.} other {Elle est auprès de # administrateurs. Vous recevrez un mail dès que l’un d’eux aura décidé.}}',
  'letter.receipt.support':
    'Aucun administrateur n’est joignable pour le moment : le support s’en occupe. Vous recevrez un mail dès que quelqu’un aura décidé.',
  'letter.receipt.reminder':
    'Si vous n’avez pas de nouvelles, vous pourrez envoyer un rappel à partir du {date}.',
  'letter.receipt.reminder-now':
    'Si vous n’avez pas de nouvelles, vous pouvez envoyer un rappel depuis la page de votre demande.',
  'letter.reminded.subject': 'Rappel : demande d’accès à {account} ({reference})',
  'letter.reminded.opening': '{who} attend toujours une réponse à la demande d’accès à {account}.',
  'letter.reminded.age':
    '{days, plural, =0 {Elle a été envoyée aujourd’hui.} one {Elle a été envoyée il y a # jour.} other {Elle a été envoyée il y a # jours.}}',
  'letter.amended.subject': 'Modifiée : demande d’accès à {account} ({reference})',
  'letter.amended.opening': '{who} a modifié la demande d’accès à {account} que vous aviez vue.',
  'letter.amended.before': 'Avant',
  'letter.amended.after': 'Maintenant',
  'letter.amended.reason-before': 'Le motif disait :',
  'letter.amended.reason': 'Il dit maintenant :',
  'letter.withdrawn.subject': 'Retirée : demande d’accès à {account} ({reference})',
  'letter.withdrawn.opening': '{who} a retiré la demande d’accès à {account}.',
  'letter.withdrawn.text': 'Vous n’avez plus rien à faire.',
  'letter.in-vain.subject': 'Quelqu’un cherche des comptes en vain',
  'letter.in-vain.opening':
    '{n, plural, one {Quelqu’un a cherché # compte qui ne lui est pas ouvert.} other {Quelqu’un a cherché à la suite # comptes qui ne lui sont pas ouverts.}}',
  'letter.in-vain.who': 'Personne',
  'letter.in-vain.when': 'Constaté le',
  'letter.in-vain.text':
    'Cette personne est peut-être perdue, ou essaie des noms pour apprendre quelles organisations ont un compte. Rien ne lui a été dit d’aucun d’eux, et le nombre de recherches est limité.',
  'letter.why.operator': 'Vous recevez ce mail parce que vous exploitez cette installation.',
} as const
