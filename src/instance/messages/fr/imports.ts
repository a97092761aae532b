import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/imports.ts'

/** L’import de listes depuis des fichiers. */
export default {
  'operator.imports': 'Import',
  'imports.lead':
    'Des comptes, comptes virtuels, personnes et rôles depuis des fichiers CSV. Un fichier est d’abord examiné ; rien n’est repris avant votre accord.',
  'imports.order': 'D’abord les personnes, puis les comptes, les comptes virtuels, et enfin les rôles.',
  'imports.kind.ACCOUNTS': 'Comptes',
  'imports.kind.VIRTUAL_ACCOUNTS': 'Comptes virtuels',
  'imports.kind.PEOPLE': 'Personnes',
  'imports.kind.ROLES': 'Rôles',
  'imports.about.ACCOUNTS':
    'Chacun avec son premier administrateur, qui doit être connu ici. Un compte qui existe reste tel quel.',
  'imports.about.VIRTUAL_ACCOUNTS': 'Un parent figure sur une ligne précédente, ou existe déjà.',
  'imports.about.PEOPLE':
    'Personne ne reçoit de message : chacun choisit un mot de passe par « Mot de passe oublié ».',
  'imports.about.ROLES': 'Personne ne reçoit de message. Une demande ouverte pour le même accès est close.',
  'imports.columns': 'Colonnes (celles avec une étoile sont à remplir) : {columns}.',
  'imports.template': 'Modèle',
  'imports.file': 'Fichier CSV',
  'imports.file.help': 'Jusqu’à 50 000 lignes et 8 Mo, en UTF-8 ; la première ligne nomme les colonnes.',
  'imports.look': 'Vérifier',
  'imports.recent': 'Listes récentes',
  'imports.none': 'Aucune encore.',
  'imports.state.CHECKING': 'En examen',
  'imports.state.CHECKED': 'Examinée',
  'imports.state.RUNNING': 'En cours',
  'imports.state.DONE': 'Reprise',
  'imports.state.DROPPED': 'Abandonnée',
  'imports.one.title': 'Import : {kind}',
  'imports.progress': '{at, number} lignes sur {lines, number}',
  'imports.going':
    'Cette page montre d’elle-même l’avancement. Vous pouvez la quitter ; le travail continue.',
  'imports.checked':
    'Rien n’a encore été repris. {fine, plural, =0 {Rien n’est nouveau} one {# ligne est nouvelle} other {# lignes sont nouvelles}}, {unchanged, plural, =0 {rien n’existe déjà} one {# existe déjà} other {# existent déjà}}, {wrong, plural, =0 {aucune erreur.} one {# est fautive et serait laissée de côté.} other {# sont fautives et seraient laissées de côté.}}',
  'imports.done':
    '{fine, plural, =0 {Rien n’était nouveau} one {# ligne a été reprise} other {# lignes ont été reprises}}, {unchanged, plural, =0 {rien n’existait déjà} one {# existait déjà} other {# existaient déjà}}, {wrong, plural, =0 {aucune erreur.} one {# était fautive et a été laissée de côté.} other {# étaient fautives et ont été laissées de côté.}}',
  'imports.dropped': 'Rien n’a été repris ; le fichier est oublié.',
  'imports.apply': 'Reprendre {n, plural, one {# ligne} other {# lignes}}',
  'imports.drop': 'Abandonner',
  'imports.problems': 'Ce qui ne va pas',
  'imports.problems.more': 'Les {n, number} premières ; le rapport les contient toutes.',
  'imports.report': 'Rapport en CSV',
  'imports.line': 'Ligne',
  'imports.field': 'Colonne',
  'imports.problem': 'Quoi',
  'imports.problem.columns': 'Les colonnes ne sont pas celles de cette liste.',
  'imports.problem.cells': 'Il y a plus de cellules que de colonnes.',
  'imports.problem.missing': 'À remplir.',
  'imports.problem.unfit': 'Illisible pour ce que ce devrait être.',
  'imports.problem.unknown': 'Rien ici ne porte ce nom.',
  'imports.problem.taken': 'Cela appartient déjà à quelqu’un ou à autre chose.',
  'imports.problem.role':
    'Écrivez SA, AG, SU, SV, VA, VU ou VV, ou le nom ou l’identifiant d’un rôle propre à ce compte qui est en service.',
  'imports.problem.choice': 'Ce n’est aucune des valeurs possibles.',
  'imports.problem.twice': 'La même chose figure sur une ligne précédente.',
  'imports.problem.not-possible': 'Cela ne va pas avec le reste de la ligne.',
  'imports.whole-line': 'Toute la ligne',
  'imports.refused.empty': 'Choisissez un fichier avec au moins une ligne sous la première.',
  'imports.refused.too-large': 'Le fichier dépasse 8 Mo. Divisez-le.',
  'imports.refused.too-many-lines': 'Le fichier dépasse 50 000 lignes. Divisez-le.',
  'imports.refused.columns': 'La première ligne doit nommer les colonnes : {columns}.',
  'imports.refused.unfinished': 'Une cellule commence par un guillemet et ne finit pas.',
  'imports.refused.not-text': 'Ce n’est pas un fichier de texte.',
  'imports.refused.not-ready': 'Cette liste est déjà en cours ou finie.',
  'log.import.started': 'a commencé l’import d’une liste de {n, plural, one {# ligne} other {# lignes}}',
  'log.import.done':
    'a importé une liste : {n, plural, one {# ligne nouvelle} other {# lignes nouvelles}}, {wrong, plural, one {# laissée de côté} other {# laissées de côté}}',
  'about.import': 'Importer des comptes, comptes virtuels, personnes ou rôles depuis un fichier CSV.',
  'option.dry-run': 'Seulement examiner et dire ce qui ne va pas.',
  'import.line': 'Ligne {line}, {field} : {problem}',
  'import.progress': '{at, number} sur {lines, number}',
  'refused.import-kind': '« {value} » n’est pas une liste. Les listes sont : {kinds}.',
  'refused.file': '{value} ne peut être lu.',
  'refused.import-wrong':
    'Rien n’a été repris. Corrigez le fichier, ou passez par le portail, qui laisse les lignes fautives de côté.',
} satisfies Translation<typeof en>
