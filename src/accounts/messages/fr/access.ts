import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/access.ts'

/** Gestion des accès : les rôles que l’on détient, et comment en obtenir. */
export default {
  'contacts.title': 'Qui administre ces comptes',
  'contacts.names-more':
    '{n, plural, one {{names} et # autre personne} other {{names} et # autres personnes}}',
  'contacts.count':
    '{n, plural, one {# administrateur. Le compte ne montre pas son nom.} other {# administrateurs. Le compte ne montre pas leurs noms.}}',
  'contacts.write': 'Écrire aux administrateurs',
  'contacts.write-to': 'Écrire aux administrateurs de {account}',
  'access.title': 'Gestion des accès',
  'access.tabs': 'Gestion des accès',
  'access.tab.smart-accounts': 'Comptes Smart',
  'access.tab.services': 'Services et assistance',
  'existing.title': 'Accès aux comptes Smart existants',
  'existing.lead': 'Tous vos rôles, leur origine et leur date de fin.',
  'existing.domain': 'Domaine du compte Smart',
  'existing.name': 'Nom du compte Smart',
  'existing.virtual': 'Compte virtuel',
  'existing.role': 'Rôle',
  'existing.source': 'Origine',
  'existing.until': 'Date de fin',
  'existing.no-end': 'Sans date de fin',
  'existing.whole': 'Compte Smart entier',
  'existing.find': 'Filtrer',
  'existing.find-label': 'Compte, compte virtuel ou rôle',
  'existing.clear': 'Tout afficher',
  'existing.export': 'Exporter en CSV',
  'existing.none-title': 'Vous n’avez encore aucun accès',
  'existing.none':
    'Dès qu’un administrateur vous donne un rôle, il apparaît ici avec son origine et sa date de fin.',
  'existing.none-found-title': 'Aucun rôle ne correspond à ce filtre',
  'existing.none-found': 'Essayez avec moins de lettres, ou affichez tout.',
  'existing.given-up': 'Vous avez renoncé à cet accès.',
  'existing.request': 'Demander un accès',
  'entries.title': 'Afficher vos demandes d’accès',
  'entries.new': 'Demander un compte Smart',
  'entries.new-help': 'Pour votre organisation ou pour quelqu’un d’autre.',
  'entries.request': 'Demander l’accès à un compte Smart existant',
  'entries.request-help': 'Votre organisation en a déjà un ; ses administrateurs décident.',
  'entries.manage': 'Gérer un compte Smart',
  'entries.manage-help':
    'Traiter les demandes et voir qui détient quoi dans les comptes que vous administrez.',
  'entries.learn': 'En savoir plus sur les comptes Smart',
  'entries.learn-help': 'Ce qu’ils sont, qui décide, comment faire une demande.',
  'learn.title': 'En savoir plus sur les comptes Smart',
  'learn.what-title': 'Ce qu’est un compte Smart',
  'learn.what':
    'Le compte d’une organisation. On le reconnaît à son identificateur de domaine, par exemple acme.example. Il peut être divisé en comptes virtuels, par exemple un par site.',
  'learn.who-title': 'Qui décide',
  'learn.who':
    'Les administrateurs du compte. Pour certains comptes virtuels seulement, leurs propres administrateurs peuvent aussi décider. Personne ne traite sa propre demande, et personne ne peut donner plus qu’il ne détient.',
  'learn.ask-title': 'Comment obtenir un accès',
  'learn.ask':
    'Demandez l’accès avec l’identificateur de domaine et le motif. La décision vous est annoncée par mail, et vous pouvez suivre la demande sous Vos demandes d’accès.',
  'learn.roles-title': 'Ce que permettent les rôles',
  'learn.remind-title': 'Quand personne ne répond',
  'learn.remind':
    'Deux jours après votre demande, vous pouvez envoyer un rappel depuis Vos demandes d’accès, trois fois au plus.',
} satisfies Translation<typeof en>
