import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/virtual.ts'

/** Les onglets d’un compte, ses propriétés et ses comptes virtuels. */
export default {
  'tab.label': 'Compte Smart',
  'tab.properties': 'Propriétés du compte',
  'tab.virtual-accounts': 'Comptes virtuels',
  'tab.users': 'Utilisateurs',
  'tab.groups': 'Groupes d’utilisateurs',
  'tab.tags': 'Étiquettes',
  'tab.requests': 'Demandes',
  'tab.rules': 'Règles',
  'tab.reviews': 'Revues',
  'tab.agreements': 'Conventions du compte',
  'tab.events': 'Journal',
  'tab.insights': 'Statistiques',
  'tab.settings': 'Paramètres',
  'properties.name': 'Nom',
  'properties.name-help':
    'Visible par ceux qui demandent un accès, et dans les e-mails. 80 caractères au plus.',
  'properties.identifier': 'Identificateur de domaine du compte Smart',
  'properties.status': 'État',
  'status.PENDING': 'En préparation',
  'status.ACTIVE': 'Actif',
  'status.SUSPENDED': 'Suspendu',
  'status.CLOSED': 'Fermé',
  'properties.domains-help': 'Le compte a prouvé que ces domaines sont les siens.',
  'properties.contact': 'Contact',
  'properties.no-contact': 'Aucun',
  'properties.contact-name': 'Contact',
  'properties.contact-name-help': 'Une personne ou un service à qui s’adresser au sujet de ce compte.',
  'properties.contact-address': 'Adresse e-mail du contact',
  'properties.contact-address-help':
    'Informé lorsqu’une demande est en retard. Un lien envoyé à cette adresse doit d’abord être ouvert.',
  'properties.contact-unconfirmed': 'Pas encore confirmée : un lien y a été envoyé.',
  'properties.edit': 'Modifier',
  'properties.edit-title': 'Modifier les propriétés du compte',
  'properties.back': 'Annuler',
  'properties.visibility-help': 'Irréversible ici : un compte n’est à nouveau répertorié que sur demande.',
  'properties.visibility.LISTED': 'Répertorié',
  'properties.visibility.RESTRICTED': 'Restreint',
  'properties.listed-again':
    'Le compte est restreint. Pour qu’il soit à nouveau répertorié, demandez-le sous « Identificateur, type, fermeture ».',
  'properties.changed-meanwhile':
    'Quelqu’un d’autre a modifié le compte entre-temps. Votre saisie figure ci-dessous ; comparez et enregistrez à nouveau.',
  'properties.error.name': 'Saisissez un nom de 1 à 80 caractères visibles.',
  'properties.error.contact-name': 'Saisissez un nom de 80 caractères visibles au plus.',
  'properties.error.address': 'Saisissez une adresse telle que service@entreprise.example, ou laissez vide.',
  'properties.error.listed': 'Un compte n’est à nouveau répertorié que sur demande.',
  'properties.change': 'Identificateur, type, fermeture',
  'properties.change-help':
    'Ce qui demande deux personnes : changer d’identificateur ou de type, répertorier, fermer, fusionner.',
  'properties.administrators':
    '{n, plural, =0 {Personne n’administre ce compte.} one {# personne administre ce compte.} many {# de personnes administrent ce compte.} other {# personnes administrent ce compte.}}',
  'contact-of.title': 'Contact du compte {account}',
  'contact-of.lead': '{account} ({identifier}) indique {address} comme contact.',
  'contact-of.text':
    'Confirmez si c’est exact. Vous recevrez alors un e-mail lorsqu’une demande pour ce compte est en retard, et rien d’autre.',
  'contact-of.press': 'Confirmer',
  'contact-of.done-title': 'Confirmé',
  'contact-of.done': '{address} est le contact du compte {account}.',
  'contact-of.mail.subject': 'Êtes-vous le contact du compte {account} ?',
  'contact-of.mail.opening': '{account} ({identifier}) indique cette adresse comme contact.',
  'contact-of.mail.text':
    'Si c’est exact, ouvrez le lien et confirmez. Sinon, ne faites rien : aucun autre e-mail ne suivra.',
  'contact-of.mail.button': 'Confirmer',
  'contact-of.mail.or-visit': 'Ou ouvrez cette adresse :',
  'contact-of.mail.why':
    'Vous recevez cet e-mail parce qu’un administrateur du compte {account} a saisi cette adresse.',
} satisfies Translation<typeof en>
