//! Agreements with those who help to look: which signs, who may see, by what way, until when; and their end.

use alloc::borrow::ToOwned;
use alloc::string::String;

use footbridge_model::checklist::day::Day;
use footbridge_model::checklist::document::Share;
use footbridge_page::Element;

use crate::screen::{Row, number, selector};
use crate::state::Checklist;

impl Checklist {
    pub(crate) fn share_changed(&mut self, field: &str, id: &str, value: &str) {
        let (share, sign) = id.split_once(':').unwrap_or((id, ""));
        let Some(share) = share.parse().ok().and_then(|share| self.share_mut(share)) else { return };
        let id = share.id;
        let value = value.trim();
        match field {
            "share-sign" => {
                share.signs.retain(|known| known != sign);
                if !value.is_empty() {
                    share.signs.push(sign.to_owned());
                }
            }
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
        self.screen.focus(&selector("name", &["share-name.", &number(id)].concat()));
    }

    pub(crate) fn withdraw(&mut self, id: &str) {
        let Some(number) = id.parse().ok() else { return };
        self.removing([selector("data-action", "withdraw"), selector("data-for", id)].concat());
        self.document.withdraw(number, self.today);
        self.draw_shares();
        self.screen.tell(&self.screen.words("withdrawn-now", &[]), true);
        self.screen.focus("[data-undo]");
    }

    pub(crate) fn remove_share(&mut self, id: &str) {
        let Some(number) = id.parse::<u32>().ok() else { return };
        self.removing([selector("data-action", "remove-share"), selector("data-for", id)].concat());
        let name = self.share_mut(number).map(|share| share.name.clone()).unwrap_or_default();
        self.document.shares.retain(|share| share.id != number);
        self.document.seen.retain(|seen| seen.share != number);
        self.draw_shares();
        self.draw_seen();
        self.removed(&name);
    }

    pub(crate) fn draw_shares(&self) {
        let rows = self.document.shares.iter().filter_map(|share| self.share_row(share));
        self.screen.fill("shares", rows);
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
            line.put("sign", &self.sign_words(&sign.id));
            if let Some(box_of_sign) = line.find("input") {
                box_of_sign.set_attribute("name", &["share-sign.", &id, ":", &sign.id].concat());
                box_of_sign.set_checked(share.signs.contains(&sign.id));
            }
            signs.append(&line);
        }
        let texts = [
            ("share-name", share.name.clone()),
            ("share-owner", share.owner.clone()),
            ("share-see", share.may_see.clone()),
            ("share-channel", share.channel.clone()),
            ("share-asked", share.asked.clone()),
            ("share-until", share.until.map_or(String::new(), Day::to_text)),
        ];
        for (name, text) in texts {
            if let Some(field) = row.find(&selector("data-name", name)) {
                field.set_value(&text);
            }
        }
        row.name_fields(&id);
        let withdrawn = share.withdrawn;
        if let Some(part) = row.find("[data-open-share]") {
            part.show(withdrawn.is_none());
        }
        let text = withdrawn.map(|day| self.screen.words("withdrawn", &[("date", &self.screen.date(day))]));
        row.put("withdrawn", &text.unwrap_or_default());
        Some(row)
    }

    fn put_share_name(&self, id: u32) {
        let Some(share) = self.document.shares.iter().find(|share| share.id == id) else { return };
        let name = share.name.trim();
        let key = if name.is_empty() { "share-nobody" } else { "share-with" };
        let text = self.screen.words(key, &[("name", name)]);
        let id = number(id);
        self.screen.write(
            &["[data-list=\"shares\"] ", &selector("data-id", &id), " [data-text=\"title\"]"].concat(),
            &text,
        );
    }
}
