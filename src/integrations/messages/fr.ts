import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en.ts'

export default {
  'api.title': 'L’API',
  'api.lead':
    'Les mêmes actions que sur les pages, avec les mêmes règles, pour vos propres programmes. Les descriptions sont en anglais.',
  'api.start': 'Pour commencer',
  'api.document': 'Le document destiné aux programmes (OpenAPI 3.1)',
  'api.token': 'Créer un jeton d’accès personnel dans vos paramètres',
  'api.contents': 'Opérations',
  'api.contents.lead':
    'Ouvrez une opération pour voir ce qu’elle prend, comment l’appeler et ce qu’elle répond.',
  'api.kinds.lead': 'Selon ce qu’elles concernent.',
  'api.count': '{n, plural, one {# opération} other {# opérations}}',
  'api.all-of-kind': 'Ce que chacune prend et répond',
  'api.operation': 'Opération',
  'api.address': 'Appel',
  'api.scope': 'Portée',
  'api.parameters': 'Paramètres',
  'api.body': 'Corps de la requête',
  'api.answers': 'Réponses',
  'api.name': 'Nom',
  'api.type': 'Type',
  'api.meaning': 'Signification',
  'api.status': 'État',
  'api.needed': 'obligatoire',
  'api.call': 'Appeler {operation} depuis un terminal',
  'api.answer': 'Ce que répond {operation}',
  'api.example': 'Exemple de réponse',
  'api.shapes': 'Structures',
  'api.shapes.lead': 'Ce dont se composent les types ci-dessus.',
  'api.problems': 'Types de problèmes',
  'api.problems.lead': 'Le type d’un problème se termine par l’un de ces codes.',
  'api.problems.all': 'Tous les codes et leur sens',
  'api.code': 'Code',
} satisfies Translation<typeof en>
