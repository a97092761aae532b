import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/manage.ts'

/** Gérer un compte Smart : les comptes que l’on administre, et leurs utilisateurs. */
export default {
  'manage.title': 'Gérer un compte Smart',
  'manage.lead': 'Les comptes que vous administrez, en tout ou en partie.',
  'manage.account': 'Compte Smart',
  'manage.your-role': 'Votre rôle',
  'manage.waiting': 'Demandes en attente',
  'manage.nothing-waiting': 'Aucune',
  'manage.none-title': 'Vous n’administrez aucun compte',
  'manage.none':
    'Dès que quelqu’un vous nomme administrateur d’un compte ou d’un compte virtuel, celui-ci apparaît ici.',
  'manage.find': 'Chercher',
  'manage.find-label': 'Nom ou identificateur',
  'manage.all': 'Tout afficher',
  'manage.not-found-title': 'Aucun de vos comptes ne correspond',
  'manage.not-found': 'Essayez avec moins de lettres de son nom ou de son identificateur.',
  'account.type': 'Type de compte',
  'account.visibility': 'Qui le trouve',
  'account.visibility.LISTED': 'Toute personne connectée qui saisit son identificateur',
  'account.visibility.RESTRICTED': 'Seulement les personnes qui en font partie',
  'account.zone': 'Fuseau horaire',
  'account.domains': 'Domaines vérifiés',
  'account.no-domains': 'Aucun',
  'account.administrators': 'Administrateurs',
  'account.restricted': 'Restreint',
  'account.about': 'À propos du compte',
  'account.requests': 'Demandes d’accès',
  'account.requests-help':
    '{n, plural, =0 {Aucune demande ne vous attend.} one {# demande vous attend.} many {# de demandes vous attendent.} other {# demandes vous attendent.}}',
  'account.messages': 'Messages reçus',
  'account.messages-help': 'Ce qu’ont écrit ceux qui ne voient pas vos adresses.',
  'account.users': 'Utilisateurs',
  'account.few-title': 'Une seule personne administre ce compte',
  'account.few-press': 'Voir les utilisateurs',
  'account.none-reachable-title': 'Aucun administrateur de ce compte n’est joignable par mail',
  'account.none-reachable':
    'Personne n’est informé des nouvelles demandes tant qu’aucun administrateur n’est de retour ou que son adresse ne fonctionne pas.',
  'account.few': 'En son absence, personne ne peut décider. Donnez ce rôle à une deuxième personne.',
  'account.nudge': 'Un seul administrateur de ce compte est joignable.',
  'account.nudge-none': 'Aucun administrateur de ce compte n’est joignable par mail.',
  'account.nudge-press': 'Donner le rôle à quelqu’un d’autre',
  'users.person': 'Personne',
  'users.place': 'Compte virtuel',
  'users.disabled': 'Désactivé',
} satisfies Translation<typeof en>
