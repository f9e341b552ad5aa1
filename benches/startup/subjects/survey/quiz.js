// A question a page.
const elements = questions.map(({ text, options }, index) => ({
  type: "radiogroup",
  name: `q${index}`,
  title: text,
  isRequired: true,
  choices: options,
}));
const survey = new Survey.Model({ questionsOnPageMode: "questionPerPage", showProgressBar: true, elements });
survey.render(document.getElementById("quiz"));
