/** What the event log says about reviews. */
export default {
  'log.review.opened': 'a ouvert une revue de {n, plural, one {# accès} other {# accès}}',
  'log.review.answered':
    'a répondu dans une revue : {keep} à conserver, {change} à modifier, {remove} à retirer',
  'log.review.reminded': 'a relancé ceux qui n’avaient pas répondu dans une revue',
  'log.review.closed':
    'a clos une revue : {kept} conservés, {changed} modifiés, {removed} retirés, {suspended} suspendus',
  'log.grant.suspended':
    'a suspendu l’accès de {person}, que personne n’a conservé lors d’une revue : {held}',
  'log.grant.reactivated': 'a rétabli l’accès de {person} : {held}',
  'log.grant.left-unreviewed':
    'a laissé {person} administrateur, bien que personne n’ait répondu lors d’une revue',
} as const
