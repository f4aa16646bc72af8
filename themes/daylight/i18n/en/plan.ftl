# Words of plans.

plan-minutes = { $n ->
    [one] About 1 minute. You need not finish it today.
   *[other] About { $n } minutes. You need not finish it today.
}
plan-unwatched = Nobody watches this page, so nobody can come because of what you write here.
plan-lines = If you are not safe right now
plan-limits = What this plan can and cannot do
plan-no-script = Write here and print the page, or print it and write by hand.
plan-look-again = Look at it again on:
plan-ideas = Ideas, if one fits
plan-field-text = In your own words
plan-field-name = Name
plan-field-number = Phone number
plan-field-hours = Best hours
plan-field-who = With whom
plan-field-until = Until when
plan-field-day = Day
plan-tick-steps = Done
plan-tick-contacts = I have asked them
