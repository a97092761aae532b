import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/commands-settings.ts'

/** Ce que la ligne de commande dit des paramètres. */
export default {
  'about.account-set': 'Afficher le calendrier et les nombres d’un compte, et modifier ce qui est donné.',
  'about.settings-set': 'Afficher ce qui vaut pour toute l’installation, et modifier ce qui est donné.',
  'about.mail-server':
    'Montrer le serveur de messagerie et l’expéditeur choisis par les exploitants, et changer ce qui est donné.',
  'option.server':
    'smtps://utilisateur@mail.example.org:465, ou smtp:// pour STARTTLS ; none pour aucun. SMTP_URL l’emporte.',
  'option.password-file': 'Un fichier avec le mot de passe, sur une ligne.',
  'option.sender':
    'De qui viennent les mails : une adresse, ou un nom suivi de l’adresse entre chevrons ; none pour ce qui en tient lieu. MAIL_FROM l’emporte.',
  'option.weekend': 'Les jours non travaillés, 1 est lundi\u00a0: 6,7.',
  'option.holidays':
    'Le lieu des jours fériés\u00a0: FR, ou DE-BY avec une partie du pays\u00a0; none pour aucun.',
  'option.quiet':
    'Les heures où les mails automatiques attendent\u00a0: 20:00-07:30\u00a0; none pour aucune.',
  'option.close':
    'Un jour de fermeture et son nom\u00a0: "2026-12-24 Veille de Noël"\u00a0; peut être répétée.',
  'option.open': 'Un jour de fermeture qui ne l’est plus\u00a0: 2026-12-24\u00a0; peut être répétée.',
  'option.number':
    'Un nombre\u00a0: answerWorkingDays=3\u00a0; rien après le signe le reprend d’au-dessus\u00a0; peut être répétée.',
  'option.language': 'La langue de qui n’en a pas choisi\u00a0: en ou fr.',
  'option.support-may-decide':
    'Si deux agents peuvent décider quand personne du compte n’est joignable\u00a0: yes, no, ou file pour ce que dit le fichier de réglages.',
  'option.new-accounts-need-proof':
    'Si le domaine d’un nouveau compte doit être prouvé\u00a0: yes, no, ou file pour ce que dit le fichier de réglages.',
  'option.show-administrators':
    'Ce que voient des administrateurs ceux qui n’ont pas d’accès\u00a0: NAMES, RELAY ou NONE.',
  'option.two-for-administrator':
    'Quand il faut deux personnes pour nommer un administrateur\u00a0: usual, yes ou no.',
  'done.settings': 'Enregistré. Cela vaut dès maintenant.',
  'settings.zone': 'Fuseau horaire\u00a0: {value}',
  'settings.weekend': 'Jours non travaillés (1 est lundi)\u00a0: {value}',
  'settings.holidays': 'Jours fériés\u00a0: {value}',
  'settings.quiet': 'Heures calmes\u00a0: {value}',
  'settings.closed': 'Fermé\u00a0: {day} {name}',
  'settings.none': 'aucun',
  'settings.show-administrators': 'Montré des administrateurs\u00a0: {value}',
  'settings.two-for-administrator': 'Deux personnes pour les administrateurs\u00a0: {value}',
  'settings.by-file': '{name}={value} (selon le fichier de réglages)',
  'settings.number': '{name}={value}',
  'settings.number.default': '{name}={value} (par défaut)',
  'settings.number.above': '{name}={value} (d’au-dessus)',
  'refused.mail-server':
    '« {value} » n’est pas un serveur de messagerie. Écrivez smtps://utilisateur@mail.example.org:465, ou none.',
  'refused.password-typed':
    'D’autres sur cette machine pourraient lire un mot de passe saisi ici. Nommez son fichier avec --password-file.',
  'refused.sender': '« {value} » n’est ni une adresse, ni un nom suivi d’une adresse entre chevrons.',
  'refused.number': '«\u00a0{value}\u00a0» n’est pas NOM=VALEUR. Les noms sont\u00a0: {names}.',
  'refused.setting': '{name}\u00a0: {problem}',
  'refused.weekend':
    '«\u00a0{value}\u00a0» ne sont pas des jours de la semaine. Écrivez 6,7 pour samedi et dimanche.',
  'refused.quiet': '«\u00a0{value}\u00a0» ne sont pas des heures calmes. Écrivez 20:00-07:30, ou none.',
  'refused.not-closed': '{value} n’est pas un jour de fermeture de ce compte.',
} satisfies Translation<typeof en>
