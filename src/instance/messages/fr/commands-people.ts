import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/commands-people.ts'

/** Les commandes sur les personnes, les groupes et les étiquettes d’un compte. */
export default {
  'about.user-list': 'Lister les personnes d’un compte et tout ce qu’elles ont.',
  'about.user-add':
    'Donner un rôle dans un compte à quelqu’un de connu ici ; la personne en est avertie par mail.',
  'about.user-change':
    'Modifier un rôle que quelqu’un a : le rôle, le lieu ou la fin ; la personne en est avertie par mail.',
  'about.user-remove':
    'Mettre fin à tout ce que quelqu’un a dans un compte ; la personne en est avertie par mail.',
  'about.group-list': 'Lister les groupes d’utilisateurs d’un compte.',
  'about.group-show': 'Dire ce que donne un groupe d’utilisateurs, et qui en fait partie.',
  'about.group-add': 'Créer un groupe d’utilisateurs qui donne un rôle.',
  'about.group-change':
    'Modifier un groupe d’utilisateurs, pour tous ses membres ; ils en sont avertis par mail.',
  'about.group-put-in': 'Ajouter des personnes du compte à un groupe ; elles en sont averties par mail.',
  'about.group-take-out': 'Retirer des personnes d’un groupe ; elles en sont averties par mail.',
  'about.group-close': 'Fermer un groupe d’utilisateurs ; ce qu’il donnait prend fin.',
  'about.tag-list': 'Lister les étiquettes d’un compte et ce qui les porte.',
  'about.tag-add': 'Créer une étiquette.',
  'about.tag-rename': 'Renommer une étiquette.',
  'about.tag-put': 'Poser une étiquette sur des comptes virtuels et des personnes.',
  'about.tag-take-off': 'Retirer une étiquette de comptes virtuels et de personnes.',
  'about.tag-delete': 'Supprimer une étiquette, où qu’elle soit.',
  'about.block-list': 'Lister ceux dont un compte ne reçoit pas de demande pour l’instant.',
  'about.block-add': 'Ne plus recevoir de demande de quelqu’un pour un temps ; ce qu’il détient reste.',
  'about.block-lift':
    'Recevoir de nouveau les demandes de quelqu’un, par l’identifiant donné par block list.',
  'option.for': '30_DAYS, 90_DAYS ou FOR_EVER.',
  'done.blocked': 'Aucune demande de {value} n’y est plus reçue.',
  'done.lifted': 'Ses demandes sont de nouveau reçues.',
  'refused.no-block': 'Aucun blocage d’identifiant {value} n’a cours dans ce compte.',
  'option.json': 'Écrire en JSON, pour les programmes.',
  'option.find':
    'Seulement les personnes dont le nom ou l’adresse a ces mots, ou des mots qui commencent ainsi.',
  'option.role':
    'Le rôle : VV, VU, VA dans des comptes virtuels ; SV, SU, AG dans le compte entier ; ou le nom d’un rôle propre au compte.',
  'option.in': 'Un compte virtuel, par exemple "Paris" ou "Paris / Lab" ; peut être donné plusieurs fois.',
  'option.until': 'Le dernier jour, par exemple 2027-03-31 ; none pour aucune fin.',
  'option.grant':
    'Lequel de ses rôles, par son identifiant dans `user list --json`, quand la personne en a plusieurs.',
  'option.person': 'L’adresse d’une personne ; peut être donnée plusieurs fois.',
  'done.none': 'Il n’y en a aucun.',
  'done.user-added': '{value} a ce rôle à partir de maintenant.',
  'done.user-held': '{value} a déjà tout cela.',
  'done.user-changed': '{value} a ce rôle à partir de maintenant, à la place de l’ancien.',
  'done.user-grant': '  {id}  {held}',
  'done.user-removed':
    '{value} n’a plus rien dans ce compte : {n, plural, one {# rôle a pris fin} other {# rôles ont pris fin}}.',
  'done.group-line':
    '{name} : {gives}, {n, plural, =0 {sans aucun membre} one {# personne} other {# personnes}}',
  'done.group-made': 'Le groupe {name} est créé. Il n’a encore aucun membre.',
  'done.group-changed':
    'Le groupe {name} est modifié{n, plural, =0 {, qui n’a encore aucun membre} one {, pour # personne} other {, pour # personnes}}.',
  'done.group-people':
    '{n, plural, =0 {Personne de nouveau n’a été ajouté à {name}.} one {# personne a été ajoutée à {name}.} other {# personnes ont été ajoutées à {name}.}}',
  'done.group-out':
    '{n, plural, one {# personne a été retirée de {name}.} other {# personnes ont été retirées de {name}.}}',
  'done.group-closed':
    'Le groupe {name} est fermé{n, plural, =0 {, qui n’avait aucun membre} one {, ce qui met fin à ce que # personne avait par lui} other {, ce qui met fin à ce que # personnes avaient par lui}}.',
  'done.tag-line': '{name} : {n, plural, =0 {# personne} one {# personne} other {# personnes}} ; {places}',
  'done.tag-made': 'L’étiquette {name} est créée.',
  'done.tag-renamed': 'L’étiquette s’appelle désormais {name}.',
  'done.tag-put': 'L’étiquette {name} est posée.',
  'done.tag-off': 'L’étiquette {name} est retirée.',
  'done.tag-deleted': 'L’étiquette {name} est supprimée.',
  'refused.nothing-done': 'Rien n’a été fait : {why}',
  'refused.unknown-group': 'Le compte n’a pas de groupe ouvert {value}.',
  'refused.no-role': 'Ce compte n’a pas de rôle {value}.',
  'refused.unknown-tag': 'Le compte n’a pas d’étiquette {value}.',
  'refused.no-user': 'Rien n’a été fait : {value} n’a aucun rôle dans ce compte.',
  'refused.which-grant':
    'Rien n’a été fait : {value} a plusieurs rôles dans ce compte. Dites lequel par --grant :',
  'refused.no-grant': 'Rien n’a été fait : {value} n’a dans ce compte aucun rôle d’identifiant {id}.',
  'refused.no-member': 'Rien n’a été fait : {value} ne fait pas partie du groupe.',
  'refused.administrator': 'Les administrateurs d’un compte sont nommés dans le portail, par ceux du compte.',
} satisfies Translation<typeof en>
