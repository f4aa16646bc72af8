//! Agreements with those who help to look: which signs, who may see, by what way, until when; and their end.

use alloc::borrow::ToOwned;
use alloc::string::String;

use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Share;
use footbridge_model::list::{set_in, take_out};
use footbridge_model::{joined, parted};
use footbridge_page::Element;

use crate::screen::{Row, button, number, number_of, selector};
use crate::state::Checklist;

impl Checklist {
    pub(crate) fn share_changed(&mut self, field: &str, id: &str, value: &str) {
        let (share, sign) = parted(id, ":").unwrap_or((id, ""));
        let Some(share) = number_of(share).and_then(|share| self.share_mut(share)) else { return };
        let id = share.id;
        let value = value.trim();
        match field {
            "share-sign" => set_in(&mut share.signs, sign, !value.is_empty()),
            "share-name" => value.clone_into(&mut share.name),
            "share-owner" => value.clone_into(&mut share.owner),
            "share-see" => value.clone_into(&mut share.may_see),
            "share-channel" => value.clone_into(&mut share.channel),
            "share-asked" => value.clone_into(&mut share.asked),
            "share-until" => share.until = Day::parse(value),
            _ => {}
        }
        if field == "share-name" {
            self.put_share_name(id);
        }
    }

    fn share_mut(&mut self, id: u32) -> Option<&mut Share> {
        self.document.shares.iter_mut().find(|share| share.id == id)
    }

    pub(crate) fn new_share(&mut self) {
        let id = self.document.new_share();
        self.draw_shares();
        self.screen.tell_word("share-made");
        self.screen.focus(&joined(&["[name=\"share-name.", &number(id), "\"]"]));
    }

    pub(crate) fn withdraw(&mut self, id: &str) {
        let Some(number) = number_of(id) else { return };
        self.removing(button("withdraw", id));
        self.document.withdraw(number, self.today);
        self.draw_shares();
        self.screen.tell(&self.screen.words("withdrawn-now", &[]), true);
        self.screen.focus("[data-undo]");
    }

    pub(crate) fn remove_share(&mut self, id: &str) {
        let Some(number) = number_of(id) else { return };
        self.removing(button("remove-share", id));
        let name = self.share_mut(number).map(|share| share.name.clone()).unwrap_or_default();
        take_out(&mut self.document.shares, |share| share.id == number);
        take_out(&mut self.document.seen, |seen| seen.share == number);
        self.draw_shares();
        self.draw_seen();
        self.removed(&name);
    }

    pub(crate) fn draw_shares(&self) {
        let mut rows = self.document.shares.iter().filter_map(|share| self.share_row(share));
        self.screen.fill("shares", &mut rows);
        for share in &self.document.shares {
            self.put_share_name(share.id);
        }
    }

    fn share_row(&self, share: &Share) -> Option<Element> {
        let row = self.screen.row("share")?;
        let id = number(share.id);
        let signs = row.find("[data-share-signs]")?;
        for sign in self.document.signature() {
            let Some(line) = self.screen.row("share-sign") else { continue };
            self.put_sign(&line, &sign.id);
            if let Some(box_of_sign) = line.find("input") {
                box_of_sign.set_attribute("name", &joined(&["share-sign.", &id, ":", &sign.id]));
                box_of_sign.set_checked(share.signs.contains(&sign.id));
            }
            signs.append(&line);
        }
        for (name, text) in [
            ("share-name", &share.name),
            ("share-owner", &share.owner),
            ("share-see", &share.may_see),
            ("share-channel", &share.channel),
            ("share-asked", &share.asked),
            ("share-until", &share.until.map_or(String::new(), Day::to_text)),
        ] {
            if let Some(field) = row.find(&selector("data-name", name)) {
                field.set_value(text);
            }
        }
        row.name_fields(&id);
        let withdrawn = share.withdrawn;
        if let Some(part) = row.find("[data-open-share]") {
            part.show(withdrawn.is_none());
        }
        if let Some(day) = withdrawn {
            self.screen.put_words(&row, "withdrawn", "withdrawn", &[("date", &self.screen.date(day))]);
        }
        Some(row)
    }

    fn put_share_name(&self, id: u32) {
        let Some(share) = self.document.shares.iter().find(|share| share.id == id) else { return };
        let name = share.name.trim();
        let key = if name.is_empty() { "share-nobody" } else { "share-with" };
        let id = number(id);
        let title = joined(&["[data-list=\"shares\"] [data-id=\"", &id, "\"] [data-text=\"title\"]"]);
        self.screen.write_words(&title, key, &[("name", name)]);
    }
}
