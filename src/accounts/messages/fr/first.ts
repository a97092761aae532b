/** Ce qui manque encore à un nouveau compte. */
export default {
  'first.title': 'Premiers pas',
  'first.lead':
    '{n, plural, one {Il reste # chose à faire. Ensuite, ceci disparaît.} other {Il reste # choses à faire. Ensuite, ceci disparaît.}}',
  'first.done': 'Fait',
  'first.administrators': 'Un second administrateur',
  'first.administrators.help': 'Pour que rien ne dépende d’une seule personne.',
  'first.calendar': 'Calendrier',
  'first.calendar.help': 'Vos jours fériés, pour que les dates soient justes.',
  'first.rules': 'Règles',
  'first.rules.help': 'Ce qui peut être décidé sans personne.',
  'first.contact': 'Contact',
  'first.contact.help': 'Où joindre quelqu’un quand une demande est en retard.',
  'first.agreement-due': 'Une convention est à accepter',
  'first.agreement-soon': 'Une nouvelle version d’une convention peut être acceptée',
  'first.agreement': 'Rien ne cesse de fonctionner en attendant.',
  'first.agreement-do': 'Lire et accepter',
} as const
