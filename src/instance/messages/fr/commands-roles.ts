import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/commands-roles.ts'

/** Les commandes sur les rôles propres à un compte. */
export default {
  'about.role-list': 'Lister les rôles propres à un compte.',
  'about.role-show': 'Dire ce que permet un tel rôle.',
  'about.role-add': 'Créer un rôle propre à un compte ; ce que ses actions demandent est ajouté.',
  'about.role-change': 'Modifier un tel rôle, pour tous ceux qui l’ont ; ils en sont avertis par mail.',
  'about.role-retire': 'Retirer du service un tel rôle, que personne n’a plus.',
  'about.role-bring-back': 'Remettre en service un rôle retiré.',
  'option.retired': 'Plutôt ceux qui sont retirés.',
  'option.action': 'Ce qu’il permet, par exemple see-event-log ; peut être donnée plusieurs fois.',
  'option.more': 'Ce qu’il permet désormais ; peut être donnée plusieurs fois.',
  'option.less': 'Ce qu’il ne permet plus ; peut être donnée plusieurs fois.',
  'option.reach':
    'ACCOUNT : donné dans le compte entier. VIRTUAL : dans des comptes virtuels. Par défaut : ACCOUNT.',
  'option.description': 'À quoi il sert.',
  'done.no-roles': 'Il n’y en a aucun.',
  'done.role-line':
    '{name} : {reach, select, VIRTUAL {dans des comptes virtuels} other {dans le compte entier}}, {n, plural, one {# titulaire} other {# titulaires}}, version {version}',
  'done.role-head':
    '{name}, version {version}, donné {reach, select, VIRTUAL {dans des comptes virtuels} other {dans le compte entier}} :',
  'done.role-retired-head':
    '{name}, version {version}, retiré du service, autrefois donné {reach, select, VIRTUAL {dans des comptes virtuels} other {dans le compte entier}} :',
  'done.role-made': 'Le rôle {name} est créé. Personne ne l’a encore.',
  'done.role-changed':
    'Le rôle {name} est modifié{n, plural, =0 {, sans effet sur les droits de personne} one {, pour # personne} other {, pour # personnes}}.',
  'done.role-retired': 'Le rôle {name} est retiré du service.',
  'done.role-back': 'Le rôle {name} est de nouveau en service.',
  'refused.unknown-role': 'Le compte n’a pas de rôle {value} à lui.',
  'refused.unknown-action': 'L’action {value} n’existe pas. Il y a : {actions}.',
  'refused.role': 'Rien n’a été fait : {why}',
  'refused.role-unsure':
    'Rien n’a été modifié. Cela concerne {n, plural, one {# personne} other {# personnes}}. Gagné : {gained}. Perdu : {lost}. Ajoutez --yes pour le faire.',
} satisfies Translation<typeof en>
