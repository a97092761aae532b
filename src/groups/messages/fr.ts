import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'

/** Les groupes d’utilisateurs d’un compte. */
export default {
  'groups.title': 'Groupes d’utilisateurs',
  'groups.lead': 'Des personnes qui ont ensemble le même rôle. Qui en est retiré ne l’a plus.',
  'groups.new': 'Nouveau groupe',
  'groups.none': 'Aucun groupe pour l’instant',
  'groups.none-text':
    'Créez-en un pour une équipe : donnez-lui un rôle une fois, puis ajoutez et retirez des personnes.',
  'groups.name': 'Nom',
  'groups.name-help': 'Celui qu’on emploie, par exemple « Équipe licences Paris ».',
  'groups.gives': 'Donne',
  'groups.people': 'Personnes',
  'groups.role': 'Rôle de l’utilisateur',
  'groups.role-help':
    'Un groupe ne fait pas d’administrateurs du compte : il faut deux personnes pour chacun d’eux.',
  'groups.places': 'Comptes virtuels',
  'groups.places-help':
    'Pour les rôles de compte virtuel seulement. Ce qui se trouve en dessous est compris.',
  'groups.places-written':
    'Pour les rôles de compte virtuel seulement : un par ligne, avec ceux qui se trouvent au-dessus, par exemple « Paris / Paris Lab ».',
  'groups.make': 'Créer le groupe',
  'groups.save': 'Enregistrer',
  'groups.cancel': 'Annuler',
  'groups.made': 'Le groupe est créé. Ajoutez-y maintenant des personnes.',
  'groups.changed': 'Enregistré.',
  'groups.change': 'Modifier',
  'groups.change-title': 'Modifier {group}',
  'groups.change-lead':
    '{people, plural, =0 {Personne n’en fait partie.} one {# personne a ce qu’il donne. Une modification vaut aussitôt pour elle.} other {# personnes ont ce qu’il donne. Une modification vaut aussitôt pour toutes.}}',
  'groups.change-review':
    'Une revue en cours porte sur ce que {people, plural, one {# personne détient} other {# personnes détiennent}} par ce groupe. Avec un autre rôle ou d’autres comptes virtuels, ces questions tombent, et la prochaine revue portera sur ce que le groupe donnera alors.',
  'groups.change-suspended':
    '{people, plural, one {Une revue a suspendu l’accès que # personne tient de ce groupe} other {Une revue a suspendu l’accès que # personnes tiennent de ce groupe}} : il reste suspendu, quoi que vous changiez.',
  'groups.close': 'Fermer le groupe',
  'groups.close-title': 'Fermer {group}',
  'groups.close-text':
    '{people, plural, =0 {Personne n’en fait partie.} one {# personne perd ce qu’il donne, sauf si elle le tient d’ailleurs. Elle en est avertie par mail.} other {# personnes perdent ce qu’il donne, sauf si elles le tiennent d’ailleurs. Elles en sont averties par mail.}}',
  'groups.closed-done': 'Le groupe est fermé.',
  'groups.add': 'Ajouter des personnes',
  'groups.addresses': 'Adresses e-mail',
  'groups.addresses-help': 'D’utilisateurs de ce compte, une par ligne.',
  'groups.add-do': 'Ajouter au groupe',
  'groups.added':
    '{n, plural, =0 {Personne n’a été ajouté.} one {# personne a été ajoutée.} other {# personnes ont été ajoutées.}}',
  'groups.unknown':
    'Ces adresses ne sont pas encore celles d’utilisateurs de ce compte ; ajoutez-les d’abord sous Utilisateurs : {addresses}',
  'groups.removed': 'Retiré du groupe.',
  'groups.person': 'Personne',
  'groups.since': 'Depuis',
  'groups.actions': 'Actions',
  'groups.remove': 'Retirer',
  'groups.remove-one': 'Retirer {name}',
  'groups.empty': 'Personne ne fait encore partie de ce groupe.',
  'groups.is-closed': 'Ce groupe a été fermé.',
  'groups.refused': 'Rien n’a été fait',
  'groups.error.form': 'Il manquait quelque chose dans le formulaire. Réessayez.',
  'groups.error.name': 'Saisissez un nom de 1 à 80 caractères.',
  'groups.error.role': 'Choisissez un rôle.',
  'groups.error.places': 'Choisissez les comptes virtuels.',
  'groups.error.places-not-wanted':
    'Ce rôle vaut pour le compte Smart entier ; ne choisissez pas de comptes virtuels.',
  'groups.places-unknown': 'Il n’existe pas de tel compte virtuel que vous puissiez donner : {names}',
  'groups.error.addresses': 'Saisissez au moins une adresse e-mail.',
  'groups.refusal.not-found': 'Ce groupe n’existe pas.',
  'groups.refusal.name-unfit': 'Saisissez un nom de 1 à 80 caractères.',
  'groups.refusal.name-taken': 'Un autre groupe porte ce nom.',
  'groups.refusal.role-gone': 'Plus personne n’attribue ce rôle.',
  'groups.refusal.role-changed':
    '« {role} » a été modifié pendant votre choix : relisez ce que ce rôle permet, puis choisissez de nouveau.',
  'groups.refusal.role-scope-mismatch': 'Ce rôle ne convient pas à ces comptes virtuels.',
  'groups.refusal.unknown-virtual-account': 'L’un de ces comptes virtuels n’existe plus.',
  'groups.refusal.administrators-one-by-one':
    'Les administrateurs du compte sont nommés un par un, par deux personnes.',
  'groups.refusal.above-own-rights':
    'Vous ne pouvez ni donner ni retirer {role} à cet endroit : nul ne donne plus qu’il n’a.',
  'groups.refusal.recent-sign-in-needed': 'Saisissez d’abord à nouveau votre mot de passe.',
  'groups.refusal.stale-version':
    'Quelqu’un a modifié le groupe entre-temps. Votre saisie est conservée ; vérifiez et enregistrez à nouveau.',
  'groups.refusal.nothing-changed': 'Rien n’a été modifié.',
  'groups.refusal.closed': 'Le groupe est fermé.',
  'groups.refusal.full': 'Un groupe compte {max} personnes au plus.',
  'groups.refusal.not-a-member': 'Cette personne ne fait plus partie du groupe.',
  'letter.added.subject': 'Vous faites partie du groupe {group} de {account}',
  'letter.added.opening': 'Vous avez été ajouté au groupe {group} de {account}. Il vous donne : {held}.',
  'letter.removed.subject': 'Vous ne faites plus partie du groupe {group} de {account}',
  'letter.removed.opening':
    'Vous ne faites plus partie du groupe {group} de {account}. Ce qu’il donnait a pris fin : {held}.',
  'letter.removed.text': 'Ce que vous tenez d’ailleurs ne change pas.',
  'letter.changed.subject': 'Le groupe {group} de {account} donne autre chose',
  'letter.changed.opening':
    'Le groupe {group} de {account}, dont vous faites partie, a été modifié. Il vous donne désormais : {held}.',
  'letter.suspended':
    'Une revue a suspendu l’accès que vous tenez de ce groupe. Il ne donne rien tant qu’un administrateur ne l’a pas rétabli.',
  'letter.button': 'Voir vos accès',
  'letter.or-visit': 'Ou ouvrez',
  'letter.why': 'Vous recevez ce mail parce qu’il concerne vos accès.',
  'log.created': 'a créé le groupe d’utilisateurs {group}, qui donne {held}',
  'log.changed':
    'a modifié le groupe d’utilisateurs {group}, qui donne désormais {held}{n, plural, =0 {, à personne pour l’instant} one { à # personne} other { à # personnes}}',
  'log.renamed': 'a renommé le groupe d’utilisateurs appelé désormais {group}, qui donne {held}',
  'log.closed':
    'a fermé le groupe d’utilisateurs {group}{n, plural, =0 { sans personne} one { de # personne} other { de # personnes}}',
  'log.member-added': 'a ajouté {person} au groupe d’utilisateurs {group} : {held}',
  'log.member-removed': 'a retiré {person} du groupe d’utilisateurs {group} : {held}',
  'log.called': '« {name} »',
  'log.gone': 'disparu depuis',
} satisfies Translation<typeof en>
