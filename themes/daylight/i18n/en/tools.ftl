# Words of the interactive tools.

tool-minutes = { $n ->
    [one] About 1 minute.
   *[other] About { $n } minutes.
}
tool-asks = Time it asks about: { $timeframe }.
tool-private = Your answers stay in this page. Nothing is sent. Nothing is saved unless you ask for it.
tool-not-diagnosis = It is not a diagnosis. Only a trained person who talks with you can make one.
tool-stop = You can stop at any time. Close the page and your answers are gone, unless you saved them. Your browser's history still lists the page.
tool-help-first = If you are in danger, or might hurt yourself, get help first.
tool-limits = What this check cannot tell
tool-questions = Questions
tool-no-script = Choose your answers here or on paper. Then add up your points with the table below.
tool-only-if-all = Answer only if all of this is true:
tool-only-if-any = Answer only if any of this is true:
tool-condition = your answer to question { $number } is { $labels }
tool-condition-or-none = your answer to question { $number } is { $labels } or left out
tool-or = or
tool-optional = You may leave this one out.
tool-error = Error:
tool-error-answer = Choose an answer to question { $number }
tool-error-heading = Some answers are missing
tool-error-intro = The result needs an answer to each of these:
tool-progress = { $done } of { $total } answered
tool-see-result = See my result
tool-again = Clear my answers
tool-print = Print
tool-updated = Your answers changed. The result is up to date.
tool-withdrawn = Your answers changed. The result needs all answers and is not shown now.
tool-cleared = All answers are cleared.
tool-result = Your result
tool-next = What people often do next
tool-bring = What to bring to an appointment
tool-number = The number, and where it comes from
tool-score-of = { $title }:
tool-out-of = out of { $max }
tool-answered = You chose an answer that may mean you are not safe.
tool-bands = Score bands
tool-band-score = Score
tool-band-words = In words
tool-range = { $from } to { $to }
tool-accuracy = How accurate it is
tool-by-hand = Score it by hand
tool-hand-1 = Give each answer its points.
tool-hand-answer = Answer
tool-hand-points = Points
tool-hand-question = Question { $number }
tool-hand-sum = { $title }: add the points of { $questions }.
tool-hand-mean = { $title }: add the points of { $questions }, and divide by how many of them you answered.
tool-hand-count = { $title }: count the answers with { $points } or more points, among { $questions }.
tool-hand-multiply = Multiply by { $factor }.
tool-hand-require = Every one of these questions needs an answer. If one is missing, there is no score.
tool-hand-prorate = { $n ->
    [one] If 1 answer is missing, multiply the sum by { $all } and divide by the number of answers; round to a whole number. If more are missing, there is no score.
   *[other] If up to { $n } answers are missing, multiply the sum by { $all } and divide by the number of answers; round to a whole number. If more are missing, there is no score.
}
tool-hand-hidden = Questions that did not apply to you do not count.
tool-hand-questions = questions { $numbers }
tool-hand-find = Find your score in the table.
tool-hand-write = My score:
tool-date = Date:
tool-means = What it can mean
tool-source = Source and rights
tool-holder = Rights: { $holder }
tool-checked = Source and rights last checked:
tool-wording = Wording:
tool-unchanged = The questions, the answers and their order are those of the published form.
tool-own = This is a questionnaire of our own. It is not a validated scale.
tool-yes = Yes
tool-no = No
tool-entry = Entry { $number }
tool-add = Add another
tool-several = Choose all that apply.
tool-condition-any = you answered question { $number }
tool-condition-none = you left out question { $number }
tool-error-number = Write a number as the answer to question { $number }:
tool-error-date = Choose a day as the answer to question { $number }
tool-error-text = Write an answer to question { $number }
tool-if-group = For the answer "{ $group }":
tool-hand-weighted = { $title }: multiply the points of each question as shown, then add them up.
tool-hand-weight = { $part } times { $weight }
tool-hand-formula = { $title }: compute this from the points:
tool-hand-reverse = Question { $number } counts the other way round: { $from } minus its points.
tool-hand-minimum = You need at least { $n } answers. With fewer, there is no score.
tool-hand-risk-all = If all of this is true, read what follows:
tool-hand-risk-any = If any of this is true, read what follows:
tool-hand-risk-score = { $title } is { $least } or more
