//! First names and surnames for made-up pupils: names that are common in Swedish schools, joined at random.

/// Girls' first names.
#[rustfmt::skip]
pub const GIRLS: [&str; 85] = [
    "Alice", "Maja", "Vera", "Alma", "Selma", "Elsa", "Lilly", "Astrid", "Wilma", "Freja", "Olivia", "Ebba", "Ella",
    "Signe", "Stella", "Nora", "Agnes", "Saga", "Ines", "Iris", "Leia", "Ellie", "Juni", "Livia", "Tyra", "Märta",
    "Edith", "Hedda", "Klara", "Ester", "Molly", "Tuva", "Linnea", "Moa", "Ida", "Amanda", "Matilda", "Emilia",
    "Lova", "Nellie", "Tilde", "Siri", "Maryam", "Fatima", "Amina", "Zahra", "Layla", "Noor", "Sara", "Hanna",
    "Yasmin", "Aisha", "Hodan", "Ayaan", "Salma", "Hiba", "Rania", "Mariam", "Shirin", "Soraya", "Nadia", "Leyla",
    "Elif", "Zeynep", "Ewa", "Zofia", "Oksana", "Daria", "Anastasia", "Lejla", "Amra", "Milica", "Aino", "Helmi",
    "Senait", "Rahel", "Saba", "Linh", "Mai", "Nong", "Priya", "Ananya", "Camila", "Valentina", "Lucía",
];

/// Boys' first names.
#[rustfmt::skip]
pub const BOYS: [&str; 84] = [
    "Noah", "William", "Hugo", "Liam", "Nils", "Elias", "Oliver", "Adam", "August", "Sam", "Lucas", "Otto", "Leo",
    "Alfred", "Matteo", "Vincent", "Harry", "Arvid", "Isak", "Theo", "Frans", "Ludvig", "Axel", "Viggo", "Melvin",
    "Emil", "Viktor", "Edvin", "Albin", "Gustav", "Oscar", "Filip", "Anton", "Malte", "Sixten", "Ivar", "Loke",
    "Tage", "Folke", "Sigge", "Valter", "Olle", "Mohammed", "Ali", "Omar", "Yusuf", "Ibrahim", "Ahmed", "Hassan",
    "Abdi", "Zakaria", "Bilal", "Hamza", "Karim", "Samir", "Amir", "Rayan", "Elyas", "Mustafa", "Emir", "Kerem",
    "Darius", "Arman", "Jakub", "Antoni", "Oleksij", "Maksim", "Haris", "Tarik", "Luka", "Stefan", "Eetu", "Onni",
    "Yonas", "Dawit", "Filmon", "Minh", "Duc", "Somchai", "Arjun", "Rohan", "Mateo", "Santiago", "Diego",
];

/// Surnames.
#[rustfmt::skip]
pub const SURNAMES: [&str; 172] = [
    "Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson",
    "Gustafsson", "Pettersson", "Jonsson", "Jansson", "Hansson", "Bengtsson", "Jönsson", "Lindberg", "Jakobsson",
    "Magnusson", "Lindström", "Olofsson", "Lindqvist", "Lindgren", "Berg", "Axelsson", "Bergström", "Lundberg",
    "Lind", "Lundgren", "Lundqvist", "Mattsson", "Berglund", "Fredriksson", "Sandberg", "Henriksson", "Forsberg",
    "Sjöberg", "Wallin", "Engström", "Eklund", "Danielsson", "Lundin", "Håkansson", "Björk", "Bergman", "Gunnarsson",
    "Wikström", "Holm", "Samuelsson", "Isaksson", "Fransson", "Bergqvist", "Nyström", "Holmberg", "Arvidsson",
    "Löfgren", "Söderberg", "Nyberg", "Blomqvist", "Claesson", "Nordström", "Mårtensson", "Lundström", "Björklund",
    "Eliasson", "Pålsson", "Viklund", "Berggren", "Sandström", "Lund", "Nordin", "Ström", "Åberg", "Falk", "Ekström",
    "Hermansson", "Holmgren", "Hellström", "Dahlberg", "Hedlund", "Sundberg", "Sjögren", "Ek", "Blom", "Abrahamsson",
    "Öberg", "Strömberg", "Martinsson", "Hansen", "Åkesson", "Månsson", "Norberg", "Dahl", "Jonasson", "Lindholm",
    "Åström", "Sundström", "Ivarsson", "Norén", "Hägg", "Kvist", "Palm", "Rask", "Modig", "Stolt", "Ahmed", "Ali",
    "Hassan", "Mohamed", "Abdi", "Warsame", "Farah", "Ibrahim", "Osman", "Yusuf", "Haddad", "Khalil", "Nasser",
    "Saleh", "Al-Hakim", "Aziz", "Karimi", "Hosseini", "Ahmadi", "Rahimi", "Moradi", "Nazari", "Haidari", "Rostami",
    "Yilmaz", "Kaya", "Demir", "Çelik", "Aydin", "Kovačević", "Hadžić", "Petrović", "Jovanović", "Nikolić", "Begić",
    "Krasniqi", "Berisha", "Hoxha", "Gashi", "Nowak", "Kowalska", "Wiśniewski", "Zielińska", "Shevchenko", "Bondar",
    "Melnyk", "Popov", "Virtanen", "Korhonen", "Mäkinen", "Nieminen", "Tesfaye", "Gebre", "Haile", "Wolde", "Tekle",
    "Nguyen", "Tran", "Pham", "Wongsa", "Sharma", "Patel", "Singh", "García", "Rojas", "Soto", "Fernández",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_name_stands_twice_in_its_list() {
        for list in [&GIRLS[..], &BOYS[..], &SURNAMES[..]] {
            assert_eq!(list.iter().collect::<HashSet<_>>().len(), list.len());
        }
    }
}
