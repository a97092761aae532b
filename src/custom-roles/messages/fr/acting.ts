import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/acting.ts'

/** Pourquoi rien n’a été fait, ce qui est envoyé, ce que dit le journal. */
export default {
  'office.support': 'Agent du support',
  'office.operator': 'Exploitant',
  'refusal.not-found': 'Ce rôle n’existe pas.',
  'refusal.name-unfit': 'Saisissez un nom de 1 à 60 caractères.',
  'refusal.name-taken': 'Un autre rôle de ce compte porte ce nom.',
  'refusal.name-built-in': 'Ce nom se lit comme celui d’un rôle prédéfini. Choisissez-en un autre.',
  'refusal.description-unfit': 'Saisissez au plus 300 caractères.',
  'refusal.no-actions': 'Choisissez ce qu’il permet.',
  'refusal.unknown-action': 'Un rôle qui se donne ainsi ne peut pas contenir : {action}.',
  'refusal.incomplete': 'Il y faut aussi : {actions}.',
  'refusal.wider-than-author':
    'Vous ne pouvez pas le faire vous-même : {actions}. Nul ne donne plus qu’il n’a.',
  'refusal.wider-there':
    'Quelqu’un a ce rôle là où vous ne pourriez pas le donner, ou pour plus longtemps. C’est à qui le pourrait de le modifier.',
  'refusal.own-role': 'Vous avez ce rôle vous-même. C’est à quelqu’un d’autre de l’élargir.',
  'refusal.recent-sign-in-needed': 'Saisissez d’abord de nouveau votre mot de passe.',
  'refusal.stale-version': 'Quelqu’un a modifié le rôle entre-temps.',
  'refusal.to-confirm': 'Regardez d’abord ce qui change pour ceux qui l’ont.',
  'refusal.nothing-changed': 'Rien n’a été modifié.',
  'refusal.retired': 'Le rôle est retiré du service. Remettez-le d’abord en service.',
  'refusal.not-retired': 'Le rôle est en service.',
  'refusal.still-held': '{n, plural, one {# personne l’a encore.} other {# personnes l’ont encore.}}',
  'refusal.given-by-rules':
    '{n, plural, one {Une règle donne ce rôle, et aucune règle ne confère de pouvoir sur les autres. Modifiez d’abord la règle.} other {# règles donnent ce rôle, et aucune règle ne confère de pouvoir sur les autres. Modifiez d’abord les règles.}}',
  'refusal.still-given':
    'Un groupe d’utilisateurs ou une invitation ouverte le donne encore. Mettez-y fin d’abord.',
  'refusal.too-many-roles': 'Un compte a au plus {max} rôles propres. Retirez-en d’abord un du service.',
  'letter.changed.subject': 'Votre rôle {role} dans {account} a changé',
  'letter.changed.opening': '{who} a modifié le rôle {role}, que vous avez dans {account}.',
  'letter.changed.administrator.subject': 'Le rôle {role} du compte {account} a changé',
  'letter.changed.administrator.opening':
    '{who} a modifié le rôle {role} du compte {account}{n, plural, =0 {, que personne n’a encore} one {, que # personne a} other {, que # personnes ont}}.',
  'letter.retired.subject':
    'Une personne décide de nouveau : le rôle {role} de {account} a été retiré du service',
  'letter.retired.opening':
    '{who} a retiré du service le rôle {role} de {account}. {n, plural, one {Une règle le donnait : ce qu’elle approuverait attend maintenant une personne.} other {# règles le donnaient : ce qu’elles approuveraient attend maintenant une personne.}} Pour qu’une règle décide de nouveau, choisissez-y un autre rôle, ou remettez celui-ci en service.',
  'letter.button-rules': 'Voir les règles',
  'letter.gained': 'En plus : {actions}.',
  'letter.lost': 'Ne permet plus : {actions}.',
  'letter.elsewhere': 'Ce que vous tenez d’un autre rôle reste comme il est.',
  'letter.button': 'Voir vos accès',
  'letter.button-role': 'Voir le rôle',
  'letter.or-visit': 'Ou ouvrez',
  'letter.why': 'Vous recevez ce mail parce que vous avez ce rôle.',
  'letter.why-administrator': 'Vous recevez ce mail parce que vous administrez {account}.',
  'log.created': 'a créé le rôle {role}, qui permet : {actions}',
  'log.changed':
    '{what, select, both {a modifié le rôle {role} ; en plus : {gained} ; ne permet plus : {lost}} more {a élargi le rôle {role} : {gained}} less {a restreint le rôle {role} : {lost}} other {a modifié le nom ou la description du rôle {role}}}',
  'log.changed-for':
    '{what, select, both {a modifié le rôle {role} ; en plus : {gained} ; ne permet plus : {lost}} more {a élargi le rôle {role} : {gained}} less {a restreint le rôle {role} : {lost}} other {a modifié le nom ou la description du rôle {role}}}{n, plural, one {, pour # personne} other {, pour # personnes}}',
  'log.retired-rules':
    'a retiré du service le rôle {role} : {n, plural, one {une règle qui le donnait laisse ses demandes à des personnes} other {# règles qui le donnaient laissent leurs demandes à des personnes}}',
  'log.retired': 'a retiré du service le rôle {role}',
  'log.brought-back': 'a remis en service le rôle {role}',
} satisfies Translation<typeof en>
