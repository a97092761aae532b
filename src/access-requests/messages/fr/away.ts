import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/away.ts'

/** Qui est absent, et qui décide à sa place. */
export default {
  'away.alone': '{name} est en congé ou en déplacement jusqu’au {date}.',
  'away.stand-in': '{name} est en congé ou en déplacement jusqu’au {date} ; {standIn} décide à sa place.',
  'away.note': '{name} écrit : « {note} »',
  'away.you-decide': 'Vous décidez aussi pour {names}, qui vous l’a demandé pour la durée de son absence.',
} satisfies Translation<typeof en>
