import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'

/** L’annuaire des comptes. */
export default {
  'directory.title': 'Annuaire des accès',
  'directory.lead':
    'Les comptes Smart auxquels vous avez accès, ceux que vous avez demandés et ceux de votre organisation.',
  'directory.find': 'Nom ou identificateur',
  'directory.search': 'Rechercher',
  'directory.all': 'Tout afficher',
  'directory.account': 'Compte Smart',
  'directory.state': 'Votre accès',
  'directory.do': 'Actions',
  'directory.none': 'Pas d’accès',
  'directory.asked': 'Demandé le {date}',
  'directory.applied': 'En cours de création',
  'directory.ask': 'Demander l’accès',
  'directory.ask-for': 'Demander l’accès à {account}',
  'directory.more': 'Demander plus',
  'directory.more-for': 'Demander plus d’accès à {account}',
  'directory.see': 'Voir la demande',
  'directory.see-for': 'Voir la demande pour {account}',
  'directory.application': 'Voir la demande de compte',
  'directory.application-for': 'Voir la demande de compte pour {account}',
  'directory.access': 'Votre accès',
  'directory.access-for': 'Votre accès à {account}',
  'directory.choose': 'Choisir {account}',
  'directory.several': 'Demander l’accès à ceux qui sont cochés',
  'directory.several-hint': 'Cochez plusieurs comptes pour les demander avec un seul formulaire.',
  'directory.empty': 'Rien n’est encore répertorié pour vous',
  'directory.empty-text':
    'Les comptes de votre organisation apparaissent ici dès qu’elle a prouvé son domaine. Si vous connaissez l’identificateur d’un compte, vous pouvez tout de même en demander l’accès.',
  'directory.nothing': 'Rien ici ne s’appelle « {find} »',
  'directory.nothing-text':
    'Certains comptes ne sont pas répertoriés. Si vous connaissez l’identificateur exact, demandez l’accès par celui-ci.',
  'directory.exact': 'Chercher {identifier}',
} satisfies Translation<typeof en>
