# Words of questionnaires alone.

take-heading = Take your answers with you
take-intro = Each button makes a file on this device. Nothing is sent. Others who use this device may be able to open the file.
take-text = Plain text
take-csv = Table (CSV)
take-fhir = For a clinic (FHIR)
take-open = Open a file made here, to go on with your answers (a .json file)
take-taken = The file is ready. You will find it among your downloads.
take-nothing = There are no answers yet, so there is nothing to take along.
take-opened = The answers of the file stand in the form now.
take-opened-part = The answers of the file stand in the form now. It also had answers that do not belong to these questions; they were left out.
take-damaged = This file cannot be read. It may be damaged, or of another kind. Your answers here are as they were.
take-other = This file belongs to another form, or is empty. Your answers here are as they were.
take-undo = Bring back the answers that stood here before
take-undone = Your earlier answers are back.
take-csv-date = Date
take-csv-question = Question
take-csv-answer = Answer
take-help = If you are in danger or think of hurting yourself, get help now.
tool-one = Show one question at a time
tool-step = Question { $number } of { $total }
tool-back = Back
tool-next-question = Next
tool-language-changed = The form is in English now. Your answers are all here; the rest of the page stays as it was.
tool-untranslated = There is no checked official translation of this form here. So its questions stand in the language of the original.
tool-original = Go to the original page
