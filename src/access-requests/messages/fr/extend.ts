import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/extend.ts'

/** Demander la prolongation d’un rôle détenu. */
export default {
  'extend.title': 'Demander une prolongation',
  'extend.lead': 'Les administrateurs décident, comme pour toute demande. D’ici là, rien ne change.',
  'extend.held': 'Vous détenez',
  'extend.reason': 'J’ai encore besoin de cet accès : {held}.',
  'extend.reason-help': 'Les administrateurs lisent ce texte. Précisez ce qui peut les aider à décider.',
  'extend.press': 'Demander une prolongation',
  'extend.cancel': 'Annuler',
  'extend.back': 'Voir votre accès',
  'extend.refused': 'La demande n’est pas possible pour l’instant',
} satisfies Translation<typeof en>
