export default {
  'letter.or-visit': 'Ou ouvrez cette adresse :',
  'letter.why': 'Vous recevez ce message parce que vous administrez {account} ou une partie.',
  'letter.open': 'Ouvrir la revue',

  'letter.opened.subject': 'Revue des accès à {account} : répondez avant le {date}',
  'letter.opened.opening': 'Les accès à {account} sont à réexaminer, et vos réponses sont nécessaires.',
  'letter.opened.text':
    '{n, plural, one {# accès attend une réponse. Dites s’il est conservé, modifié ou retiré.} other {# accès attendent une réponse. Dites pour chacun s’il est conservé, modifié ou retiré.}} Ce que personne n’a conservé le {moment} est suspendu.',

  'letter.reminded.subject':
    'Revue des accès à {account} : {n, plural, one {# réponse manque} other {# réponses manquent}}',
  'letter.reminded.opening':
    'La revue des accès à {account} se clôt le {moment}, et {n, plural, one {il manque # réponse que vous pouvez donner.} other {il manque # réponses que vous pouvez donner.}}',
  'letter.reminded.text': 'Ce que personne n’a conservé d’ici là est suspendu et ne donne plus rien.',

  'letter.closed.subject': 'La revue des accès à {account} est close',
  'letter.closed.opening': 'La revue des accès à {account} est close.',
  'letter.closed.came': 'Résultat',
  'letter.closed.suspended':
    '{n, plural, one {# accès que personne n’a conservé est suspendu. Qui peut le donner peut le rétablir, ou le retirer.} other {# accès que personne n’a conservés sont suspendus. Qui peut les donner peut les rétablir, ou les retirer.}}',
  'letter.closed.left':
    '{n, plural, one {# administrateur est resté sans réponse et reste.} other {# administrateurs sont restés sans réponse et restent.}} Le compte n’en aurait plus, et personne ne répond pour son propre accès : veillez à ce qu’un second administrateur le fasse la prochaine fois.',
  'letter.closed.open': 'Voir le résultat',

  'letter.suspended.subject': 'Votre accès à {account} est suspendu',
  'letter.suspended.opening':
    'Votre accès à {account} est suspendu : personne ne l’a conservé lors de la revue des accès.',
  'letter.suspended.held': 'Accès',
  'letter.suspended.text':
    'Il ne donne rien pour l’instant. S’il vous est encore nécessaire, demandez aux administrateurs de le rétablir, ou redemandez un accès.',
  'letter.suspended.open': 'Voir vos accès',
  'letter.suspended.why': 'Vous recevez ce message parce que cet accès est le vôtre.',

  'letter.reactivated.subject': 'Votre accès à {account} est rétabli',
  'letter.reactivated.opening': 'Votre accès à {account} est rétabli.',
  'letter.reactivated.text': 'Un administrateur l’a conservé après la revue.',
} as const
