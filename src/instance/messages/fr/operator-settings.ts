import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/operator-settings.ts'

/** Les paramètres de l’exploitant pour tous les comptes, et l’état des comptes. */
export default {
  'operator.settings': 'Paramètres',
  'operator.settings.lead':
    'Combien de temps une demande attend avant que quelque chose se passe, dans tout compte qui n’en dispose pas autrement. Un changement vaut aussitôt, aussi pour les demandes ouvertes.',
  'operator.settings.save': 'Enregistrer pour tous les comptes',
  'operator.settings.saved': 'Enregistré. Cela vaut pour tous les comptes qui n’en disposent pas autrement.',
  'operator.settings.unchanged': 'Il en était déjà ainsi.',
  'operator.settings.problem': 'Non enregistré',
  'operator.settings.changed-meanwhile':
    'Quelqu’un d’autre a modifié cela depuis que vous avez ouvert la page ; le journal dit quoi. Ce que vous avez saisi est encore là : enregistrez de nouveau pour le mettre à la place.',
  'operator.settings.history': 'Modifications',
  'operator.settings.history.none': 'Personne n’a encore rien modifié.',
  'operator.settings.when': 'Quand',
  'operator.settings.who': 'Qui',
  'operator.settings.what': 'Quoi',
  'operator.settings.command-line': 'En ligne de commande',
  'operator.health': 'Santé',
  'operator.health.lead':
    'Les comptes dans lesquels une demande pourrait rester sans réponse : trop peu d’administrateurs, demandes en retard, mails qui n’arrivent pas.',
  'operator.health.filter': 'Quels comptes',
  'operator.health.filter.trouble': 'Tout problème',
  'operator.health.filter.administrators': 'Trop peu d’administrateurs',
  'operator.health.filter.late': 'Demandes en retard',
  'operator.health.filter.mail': 'Problèmes de mail',
  'operator.health.filter.all': 'Tous les comptes',
  'operator.health.account': 'Compte',
  'operator.health.administrators': 'Administrateurs joignables',
  'operator.health.of': '{reachable, number} sur {all, number}',
  'operator.health.open': 'Demandes ouvertes',
  'operator.health.oldest': 'La plus ancienne',
  'operator.health.late': '{n, plural, one {# en retard} many {# en retard} other {# en retard}}',
  'operator.health.mail': 'E-mails des 7 derniers jours',
  'operator.health.mail.trouble':
    '{n, plural, one {# n’est pas arrivé} many {# ne sont pas arrivés} other {# ne sont pas arrivés}}',
  'operator.health.mail.none': 'Aucun problème',
  'operator.health.none': 'Aucune',
  'operator.health.csv': 'Exporter en CSV',
  'operator.health.csv.name': 'Nom',
  'operator.health.csv.identifier': 'Identificateur',
  'operator.health.csv.reachable': 'Administrateurs joignables',
  'operator.health.csv.administrators': 'Administrateurs',
  'operator.health.csv.open': 'Demandes ouvertes',
  'operator.health.csv.late': 'Demandes en retard',
  'operator.health.csv.oldest': 'Demande ouverte la plus ancienne, depuis (UTC)',
  'operator.health.csv.mail': 'E-mails des 7 derniers jours non arrivés',
  'operator.health.empty.title': 'Aucun compte ne correspond',
  'operator.health.empty.text': 'Tout va bien, ou vous cherchez autre chose.',
  'home.health': 'Santé des comptes',
  'home.health.all': 'S’en occuper',
  'home.health.well':
    'Chaque compte a deux administrateurs joignables, aucune demande n’est en retard, et les mails arrivent.',
  'home.health.administrators':
    '{n, plural, one {# compte a moins de deux administrateurs joignables.} many {# de comptes ont moins de deux administrateurs joignables.} other {# comptes ont moins de deux administrateurs joignables.}}',
  'home.health.late':
    '{n, plural, one {# compte a une demande en retard.} many {# de comptes ont des demandes en retard.} other {# comptes ont des demandes en retard.}}',
  'home.health.mail':
    '{n, plural, one {Des mails de # compte ne sont pas arrivés.} many {Des mails de # de comptes ne sont pas arrivés.} other {Des mails de # comptes ne sont pas arrivés.}}',
} satisfies Translation<typeof en>
