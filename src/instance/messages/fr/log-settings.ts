import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/log-settings.ts'

/** Ce que le journal dit des paramètres modifiés. */
export default {
  'log.account.calendar-changed':
    '{what, select, CLOSED {a fermé {n, plural, one {# jour} many {# de jours} other {# jours}}} OPENED {a rouvert un jour de fermeture} other {a modifié les jours et les heures de travail du compte}}',
  'log.account.patience-changed': 'a modifié les délais des demandes : {changes}',
  'log.installation.patience-changed': 'a modifié les délais des demandes de tous les comptes : {changes}',
  'log.account.administrators-setting':
    '{what, select, WISHED {a demandé qu’il faille moins de personnes pour nommer un administrateur} REFUSED {a laissé inchangé le nombre de personnes qu’il faut pour nommer un administrateur} other {a modifié ce qui est montré des administrateurs, ou le nombre de personnes qu’il faut pour en nommer un}}',
  'log.account.backup-approver-chosen': 'a désigné {person} comme approbateur de réserve',
  'log.account.backup-approver-ended': 'a retiré {person} des approbateurs de réserve',
} satisfies Translation<typeof en>
