/// The words that the code asks for, by their keys in `Site/strings`; templates name theirs themselves.
enum Phrase: String, CaseIterable {
  case allYears, firstPublished
  case home, themes, overviews, removedTitle, notFoundTitle, moved, factArea, factAreas, factTheme
  case factThemes, factInspectorate, factInspectorates, factFieldwork, factPublished, factDated
  case factEdition, factProgramme, factGuidance, factReference, factInForce, factReplaces
  case factOpens, factCloses, factOutcome, factFollows, factRound, factLetters, factPoliceForce
  case factPrincipalAuthority, factStatement, factInspections, editionValue
  case statementRequired, statementNotRequired, statementDue, statementBasis, statementLead
  case statementCooperating, statementReceived, letter, letters
  case lettersDescription, guidanceOne, guidance, guidanceDescription, overview
  case overviewsDescription, followUp, followUps, followUpsDescription, announcement, announcements
  case announcementsDescription, consultation, consultations, consultationsDescription, pageOne
  case statementOfAction, response, progress, reinspection
  case pages, areas, areasIntroduction, themesIntroduction, inspectorates
  case inspectoratesIntroduction, collectionInYear, collectionPage, wordingOfficialShort
  case wordingOfficialLong, wordingSummaryShort, wordingSummaryLong, wordingFactsShort
  case wordingFactsLong, wordingFactsLongOther, noticeWithdrawnHeading, noticeWithdrawnReason
  case noticeWithdrawnDecidedBy, noticeWithdrawnText, noticeSupersededHeading, noticeSupersededText
  case noticeSupersededLink, relatedArea, relatedTheme, relatedGuidance, relatedFollowUps
  case allAboutArea, allOnTheme, allLetters, letterCountOne, letterCountTwo, letterCountMany
  case inspectionCountOne, inspectionCountTwo, inspectionCountMany, documentCountOne
  case documentCountTwo, documentCountMany, paginationLabel, bytes, kilobytes, megabytes, month1
  case month2, month3, month4, month5, month6, month7, month8, month9, month10, month11, month12
  case dateRange, feedSite, feedTheme, feedArea, feedInspectorate, feedEdition, citationEdition
  case citationAvailable, descriptionArea, descriptionTheme, descriptionInspectorate
  case descriptionListing, listSeparator
  case agency, agencies, agenciesIntroduction, allAgencies, kinds, allKinds, findings, theme
  case findingList, findingListAgency, findingsCoverage, findingsOfficial, findingsSummary
  case matrixOfficial, matrixSummary, descriptionAgency, priorityActionsIntroduction, practiceIntroduction
  case findingCountOne, findingCountTwo, findingCountMany
  case noPriorityAction
  case milestoneFieldworkStart, milestoneFieldworkEnd, milestonePublication, milestoneStatementDue
  case milestoneStatementReceived, milestoneComplaintsClose
  case findingHeadline, findingPriorityAction, findingImprovement, findingStrength, findingMain
  case findingContext, findingPracticeEffective, findingPracticeImprovement
  case findingsHeadline, findingsPriorityAction, findingsImprovement, findingsStrength, findingsMain
  case findingsContext, findingsPracticeEffective, findingsPracticeImprovement
  case consultationOpen, consultationOpens, consultationOpenUntil, consultationClosedOn
  case consultationWillClose, consultationOpened, timeOnDay, notesToEditors
  case timelineMilestone, factPredecessors, factSuccessors
  case findingsInOfficial, findingsInSummary, evidenceSummaryHint, inOfficial, inSummary, chartByKind
  case chartByAgency, chartByYear, year, chartIn, chartValue, chartAlternative, chartTableBelow
  case criteria, criteriaIntroduction, criterionFindings, criterionNoFindings, criterionSeldomMarked
  case criterionNoLetters, criterionSame, criterionSimilar, criterionNamed, criterionFormer
  case guidanceWithdrawn, previousCriterion, nextCriterion, allLettersUnder, descriptionCriteria
  case feedGuidance, questionCountOne, questionCountTwo, questionCountMany, criterionCountOne
  case criterionCountTwo, criterionCountMany, factCriteria
  case dataTitle, dataCitation, dataCitationEmpty, dataDocuments, dataDocumentsText, dataFindings
  case dataFindingsText, dataPassages, dataPassagesText, dataCoverage, dataCoverageText, dataKindText
  case dataKindName, dataKindNumber, dataKindDay, dataKindInstant, dataKindAddress, dataKindLanguage
  case dataKindChoice, dataKindList, rowCountOne, rowCountTwo, rowCountMany, citationNoteSummary
  case citationNoteFacts, citationNoteOfficialBy, evidence, dataIntroduction
  case dataDatabase, dataDatabaseTitle
  case columnDocument, columnEdition, columnURL, columnCollection, columnTitle, columnSummary
  case columnWording, columnDocumentWording, columnDocumentState, columnState, columnCurrentEdition
  case columnLanguage, columnTranslationOf, columnArea, columnThemes, columnInspectorates
  case columnProgramme, columnFieldworkStart, columnFieldworkEnd, columnGuidance, columnFollows
  case columnReference, columnDated, columnPublished, columnReleased, columnSource, columnFindings
  case columnFindingID, columnFindingNumber, columnFindingKind, columnFindingHeading, columnStrand
  case columnLead, columnFindingText, columnAgencies, columnAgencyBasis, columnCriteria
  case columnPassageNumber, columnPassageKind, columnPassageHeading, columnPassageID, columnPassageFinding
  case columnPassageText
  case columnCoverageWording
  case searchTitle, searchDescription, searchLabel, searchLabelOfChannel
  case packEmbargo, packNoRelease, packDraft, packFinal
  case criterion, facetKind, facetType, facetWording

  /// The months from January to December.
  static let months: [Phrase] = [
    .month1, .month2, .month3, .month4, .month5, .month6, .month7, .month8, .month9, .month10, .month11,
    .month12,
  ]
}
