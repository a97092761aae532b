import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/ending.ts'

/** L’accès qui prend fin : les champs de la fin, les avertissements, et ce que l’on peut y faire. */
export default {
  'ends.time': 'Heure de ce jour',
  'ends.zone': 'Sans heure, jusqu’à la fin de ce jour. L’heure est celle de {zone}.',
} satisfies Translation<typeof en>
