"""How words of the api are put together in languages that write them without a line between."""


def pascal(snake):
    return "".join(word.capitalize() for word in snake.split("_"))


def camel(snake):
    whole = pascal(snake)
    return whole[:1].lower() + whole[1:]
